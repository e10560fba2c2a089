/** The time of a meeting is taken back: what the chair presses, and what everybody is told. */
import { instantInWords } from '../calendar/in-words.ts'
import type { Case } from '../cases/case.ts'
import { askingFirst, button, card, text, type Button, type Card } from '../display/card.ts'
import type { MeetingId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import type { Meeting } from './meeting.ts'
import { meetingButton } from './place.card.ts'

/** For the chair alone. */
export const takeBackButton = (meeting: MeetingId, startsAt: Date): Button =>
  askingFirst(button('Take this time back', { ask: 'take-time-back', meeting, starts: startsAt.toISOString() }), {
    asks: `Take back ${instantInWords(startsAt)}?`,
    says: 'Everybody who was told of this time is told that the meeting is not held then. You are offered other times.',
    yes: 'Yes, take it back',
  })

/** `took`: as it was, with the time that was taken back. */
export function takenBackCard(stuck: Case, took: Meeting & { startsAt: Date }, { partnership, now }: Moment): Card {
  const chair = nameOf(partnership, took.chair, 'The chair')
  const over = took.startsAt <= now
  return card(
    `Case ${stuck.ref}: the meeting ${over ? 'did not take place' : 'does not take place then'}`,
    [
      text(
        over
          ? `${chair} says that the meeting of ${instantInWords(took.startsAt)} did not take place.`
          : `${chair} has taken back the time on ${instantInWords(took.startsAt)}. Please remove it from your diary.`,
      ),
      text(`${chair} is asked to choose another time, and you will be told.`),
    ],
    [meetingButton(took), button('Open the case', { ask: 'open-case', case: stuck.id })],
  )
}

type Moment = { readonly partnership: Partnership; readonly now: Date }
