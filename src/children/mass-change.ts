/**
 * A return that changes too much at once is more often a failed export or the wrong folder than the truth. It is merged
 * only once somebody has said how many changes they expect.
 */
import type { Day } from '../calendar/day.ts'
import { careBegan } from './care-began.ts'
import type { InCare } from './child.ts'
import type { ChildState } from './merge-child.ts'

/** Of children who are in scope, or were: `dated` have another start of care, or other first two reviews in it. */
export type MassChange = Readonly<Record<'left' | 'added' | 'dated', number>>

export const noChange: MassChange = { left: 0, added: 0, dated: 0 }

/** Fewer than this many are no mass. */
const fewest = 5
/** Of the children who were in scope before. */
const largestShare = 0.02

export const changesIn = ({ left, added, dated }: MassChange): number => left + added + dated

/** `inCare`: how many children were in scope before; a first return is new in every line. */
export function isTooMuch(change: MassChange, inCare: number): boolean {
  const changes = changesIn(change)
  return inCare > 0 && changes >= fewest && changes > inCare * largestShare
}

/** What one child adds to it. */
export function changeOf(after: ChildState, before: ChildState | undefined): keyof MassChange | undefined {
  if (after.care.scope !== 'in') return before?.care.scope === 'in' ? 'left' : undefined
  if (before?.care.scope !== 'in') return 'added'
  const known = counted(before.reviews, before.care)
  const now = counted(after.reviews, after.care).slice(0, known.length)
  const isSame = before.care.careFrom === after.care.careFrom && !movesBeginning(before.care, after.care)
  return !isSame || known.join() !== now.join() ? 'dated' : undefined
}

/** The reviews by which a permanence plan is due. */
const counted = (reviews: readonly Day[], care: InCare): readonly Day[] =>
  reviews.filter((day) => day >= (careBegan(care) ?? care.careFrom)).slice(0, 2)

/** Where it was not known before, or becomes a question now, no date moves: the social worker is asked. */
function movesBeginning(before: InCare, after: InCare): boolean {
  const [known, now] = [careBegan(before), careBegan(after)]
  return known !== undefined && now !== undefined && known !== now
}
