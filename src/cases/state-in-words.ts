/** How a case stands, in a few words. */
import { dayOf } from '../calendar/london.ts'
import { inWords } from '../calendar/in-words.ts'
import type { Case, CaseState } from './case.ts'

/** In words, with the day on which it was closed. */
export const stateToday = ({ state, closedAt }: Pick<Case, 'state' | 'closedAt'>): string =>
  closedAt ? `${stateInWords[state]} on ${inWords(dayOf(closedAt))}` : stateInWords[state]

const stateInWords = {
  raised: 'Waiting to be confirmed',
  asking: 'Agencies are giving their views',
  convening: 'Finding a time for the meeting, or holding it',
  'following-up': 'People are doing what was agreed',
  closed: 'Closed',
} as const satisfies Record<CaseState, string>
