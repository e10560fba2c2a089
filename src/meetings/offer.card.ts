/** Offers the chair times for a meeting. */
import { instantInWords } from '../calendar/in-words.ts'
import type { Case } from '../cases/case.ts'
import { button, card, list, text, type Button, type Card } from '../display/card.ts'
import type { Meeting } from './meeting.ts'

/** For a press on an earlier offer: the same place may now be another day. */
export const offeredSince = 'You have been offered newer times. Please choose one of those.'

export const takenSince = 'Somebody who is asked to come has another meeting at that time now.'

/** Of an offer that lies open: the times that are still ahead. */
export const timeButtons = ({ id, slots }: Meeting, now: Date): readonly Button[] =>
  slots
    .filter((slot) => slot > now)
    .map((slot) =>
      button(`Meet on ${instantInWords(slot)}`, { ask: 'pick-slot', meeting: id, starts: slot.toISOString() }),
    )

export const offerCard = (stuck: Case, meeting: Meeting, answers: readonly string[], why = 'Views are closed.'): Card =>
  card(
    `Case ${stuck.ref}: choose a time for the meeting`,
    [
      text(`${why} The meeting needs ${meeting.minutes} minutes of protected time. Choose one of these times.`),
      ...(answers.length > 0 ? [list(answers)] : []),
    ],
    [
      ...meeting.slots.map((slot) =>
        button(instantInWords(slot), { ask: 'pick-slot', meeting: meeting.id, starts: slot.toISOString() }, 'primary'),
      ),
      button('Read what was said', { ask: 'open-run-sheet', meeting: meeting.id }),
    ],
  )
