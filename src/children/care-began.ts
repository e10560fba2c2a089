/**
 * When care began. The first day that a return shows names a period of care and stays its name; whether care began on it is
 * another question, which a return answers where it holds that beginning, and otherwise the social worker.
 */
import type { Day } from '../calendar/day.ts'
import type { Began, Care, InCare } from './child.ts'

/** Undefined while nobody knows: nothing can be counted from it. */
export const careBegan = ({ began }: Pick<InCare, 'began'>): Day | undefined => began.said ?? began.returned

/** Every review since care began is in the returns; without it nobody can tell which were the first and the second. */
export function showsAllReviews(care: Pick<InCare, 'began' | 'careFrom'>): boolean {
  const began = careBegan(care)
  const { returned = care.careFrom } = care.began
  return began !== undefined && (began >= returned || began >= care.careFrom)
}

/** Another day than the social worker's: theirs is kept, and they are asked which is right. */
export const returnedOtherwise = ({ began: { said, returned } }: Pick<InCare, 'began'>): Day | undefined =>
  said !== undefined && returned !== said ? returned : undefined

/** A return says for the first time that it began on another day than the social worker said. */
export const isNewContradiction = (now: InCare, known: Care | undefined): boolean =>
  returnedOtherwise(now) !== undefined && !(known?.scope === 'in' && known.began.returned === now.began.returned)

export const sameBeginning = (one: Began, other: Began): boolean =>
  one.returned === other.returned && one.said === other.said && one.assumed === other.assumed
