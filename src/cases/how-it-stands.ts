/** How what somebody raised stands, in words that tell nobody who takes no part in the case whether the child is known. */
import { dayOf } from '../calendar/london.ts'
import { inWords } from '../calendar/in-words.ts'
import type { RaisingListed } from './case.ts'

export function howItStands(raising: Omit<RaisingListed, 'words'>): string {
  const { theme, takesPart, state, closedAt } = raising
  if (closedAt) return `Closed on ${inWords(dayOf(closedAt))}.`
  if (takesPart && state !== undefined && state !== 'raised') return 'It is confirmed, and the case is open.'
  if (raising.childUnknown && !raising.case) return 'A coordinator will ask you which child you mean.'
  return theme === 'disagreement' ? 'It is with the people who chair cases.' : 'It is with the people who see to it.'
}
