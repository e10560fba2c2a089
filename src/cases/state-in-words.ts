/** How a case stands, in a few words that stay true until somebody does something: none passes by the clock alone. */
import { dayOf } from '../calendar/london.ts'
import { inWords, timeInWords } from '../calendar/in-words.ts'
import type { Case, CaseState } from './case.ts'

/** Its meeting, as far as it says how the case stands. */
export type TimeOfMeeting = {
  readonly state: string
  readonly startsAt?: Date
}

/** In words, with the day on which it was closed, or when its meeting is. */
export function stateToday({ state, closedAt }: Pick<Case, 'state' | 'closedAt'>, meeting?: TimeOfMeeting): string {
  if (closedAt) return `${stateInWords[state]} on ${inWords(dayOf(closedAt))}`
  return state === 'convening' && meeting ? meetingInWords(meeting) : stateInWords[state]
}

function meetingInWords({ state, startsAt }: TimeOfMeeting): string {
  if (state === 'offered' || !startsAt) return 'Times for the meeting are offered'
  const when = `Meeting on ${inWords(dayOf(startsAt))} at ${timeInWords(startsAt)}`
  return state === 'convened' ? when : `${when}: recorded, and what was agreed is not approved yet`
}

const stateInWords = {
  raised: 'Waiting to be confirmed',
  asking: 'Agencies are giving their views',
  convening: 'Finding a time for the meeting',
  'following-up': 'People are doing what was agreed',
  closed: 'Closed',
} as const satisfies Record<CaseState, string>
