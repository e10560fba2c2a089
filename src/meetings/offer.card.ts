/** Offers the chair times for a meeting. */
import { instantInWords } from '../calendar/in-words.ts'
import type { Case } from '../cases/case.ts'
import { askingFirst, button, card, list, text, type Button, type Card } from '../display/card.ts'
import type { Meeting } from './meeting.ts'

/** For a press on an earlier offer: the same place may now be another day. */
export const offeredSince = 'You have been offered newer times. Please choose one of those.'

export const takenSince = 'Somebody who is asked to come has another meeting at that time now.'

/** Everybody is told of a time as soon as it is chosen. */
const timeButton = (label: string, meeting: Meeting, slot: Date): Button =>
  askingFirst(button(label, { ask: 'pick-slot', meeting: meeting.id, starts: slot.toISOString() }), {
    asks: `Meet on ${instantInWords(slot)}?`,
    says: 'Everybody who is asked to come is told at once.',
    yes: 'Yes, meet then',
  })

/** Of an offer that lies open: the times that are still ahead. */
export const timeButtons = (meeting: Meeting, now: Date): readonly Button[] =>
  meeting.slots.filter((slot) => slot > now).map((slot) => timeButton(`Meet on ${instantInWords(slot)}`, meeting, slot))

export const offerCard = (stuck: Case, meeting: Meeting, answers: readonly string[], why = 'Views are closed.'): Card =>
  card(
    `Case ${stuck.ref}: choose a time for the meeting`,
    [
      text(`${why} The meeting needs ${meeting.minutes} minutes of protected time. Choose one of these times.`),
      ...(answers.length > 0 ? [list(answers)] : []),
    ],
    [
      ...meeting.slots.map((slot) => timeButton(instantInWords(slot), meeting, slot)),
      button('Read what was said', { ask: 'open-run-sheet', meeting: meeting.id }),
    ],
  )
