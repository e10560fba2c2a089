/** Offers the chair times for a meeting. */
import { instantInWords } from '../calendar/in-words.ts'
import type { Case } from '../cases/case.ts'
import { button, card, list, text, type Card } from '../display/card.ts'
import type { Meeting } from './meeting.ts'

export const offerCard = (stuck: Case, meeting: Meeting, answers: readonly string[]): Card =>
  card(
    `Case ${stuck.ref}: choose a time for the meeting`,
    [
      text(
        `Views are closed. The meeting needs ${meeting.minutes} minutes of protected time. Choose one of these times.`,
      ),
      ...(answers.length > 0 ? [list(answers)] : []),
    ],
    [
      ...meeting.slots.map((slot, place) =>
        button(instantInWords(slot), { ask: 'pick-slot', meeting: meeting.id, slot: place }, 'primary'),
      ),
      button('Read what was said', { ask: 'open-run-sheet', meeting: meeting.id }),
    ],
  )
