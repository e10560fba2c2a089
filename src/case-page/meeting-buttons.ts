/** What the chair or the note-taker of a meeting can do now, where they look at its case. */
import type { Case } from '../cases/case.ts'
import { button, type Button } from '../display/card.ts'
import type { PersonId } from '../ids.ts'
import { hasBegun, type Meeting } from '../meetings/meeting.ts'
import { timeButtons } from '../meetings/offer.card.ts'
import { noteTakerButton, placeButton } from '../meetings/place.card.ts'
import { takeBackButton } from '../meetings/take-back.card.ts'
import { may } from '../parts/may.ts'
import type { Part } from '../parts/part.ts'
import type { Field } from '../permissions/may-see.ts'

export function meetingButtons(
  meeting: Meeting | undefined,
  /** How many actions were added to it. */
  proposed: number,
  stuck: Case,
  parts: readonly Part[],
  by: PersonId,
  now: Date,
): readonly Button[] {
  if (!meeting || meeting.state === 'approved' || stuck.state === 'closed') return []
  const { id, startsAt } = meeting
  const theyMay = (field: Field): boolean => may(parts, by, field)
  return [
    ...(theyMay('run-sheet') && meeting.state === 'offered' ? timeButtons(meeting, now) : []),
    ...(theyMay('run-sheet') ? [button('Run sheet', { ask: 'open-run-sheet', meeting: id })] : []),
    ...(theyMay('meeting-link') && meeting.state === 'convened' ? [placeButton(meeting)] : []),
    ...(theyMay('run-sheet') && startsAt && meeting.state === 'convened' ? [takeBackButton(id, startsAt)] : []),
    ...(theyMay('note-taker') && startsAt ? [noteTakerButton(meeting)] : []),
    ...(theyMay('meeting-record') && hasBegun(meeting, now)
      ? [
          button('Record the meeting', { ask: 'open-record', meeting: id }),
          button('Add an action', { ask: 'open-add-action', meeting: id }),
          ...(proposed > 0 ? [button('Correct an action', { ask: 'open-proposed', meeting: id })] : []),
        ]
      : []),
    ...(theyMay('summary-draft') && meeting.state === 'recorded'
      ? [button('Draft the summary', { ask: 'open-summary-draft', meeting: id }, 'primary')]
      : []),
  ]
}
