/** One child of a return beside what is known of them: what is kept from now on, and what changed. */
import type { Day } from '../calendar/day.ts'
import { allocationAsOf, same, type Allocation, type AllocationRow } from './allocation.ts'
import { careAsOf, type CareAsOf, type Episode } from './care-as-of.ts'
import { careBegan, isNewContradiction, sameBeginning } from './care-began.ts'
import type { Care, InCare } from './child.ts'
import { reviewsHeld, type ReviewRow } from './reviews-held.ts'
import type { RowNote } from './row-notes.ts'

/** What a return and an earlier one can both say of a child. */
export type ChildState = {
  readonly care: Care
  /** Those before this period of care as well, earliest first. */
  readonly reviews: readonly Day[]
  /** By a person, of what an earlier return said: it is not held again. */
  readonly takenBack?: readonly Day[]
  readonly allocation?: Allocation
  readonly confirmedAt?: Date
}

export type ReturnedChild = {
  /** Of the header. */
  readonly row: number
  /** Eighteen by the as-of date. */
  readonly ofAge: boolean
  readonly episodes: readonly Episode[]
  readonly reviews: readonly ReviewRow[]
  readonly allocations: readonly AllocationRow[]
}

export type MergedState = {
  readonly state: ChildState
  readonly changed: boolean
  /** The social worker or the IRO is another than before. */
  readonly reallocated: boolean
  /** Reviews of the return that the as-of date has not reached. */
  readonly notYetHeld: number
  readonly notes: readonly RowNote[]
}

export function mergeChild(asOf: Day, returned: ReturnedChild, known?: ChildState): MergedState {
  const { care, notes } = careAfter(asOf, returned, known?.care)
  const reviews = reviewsHeld(asOf, returned.reviews, known?.reviews ?? [], known?.takenBack)
  const { allocation, notes: allocationNotes } = allocationAsOf(asOf, returned.allocations, known?.allocation)
  const confirmedAt = stillConfirmed(known, care, allocation)
  const state: ChildState = {
    care,
    reviews: reviews.held,
    ...(allocation && { allocation }),
    ...(confirmedAt && { confirmedAt }),
  }
  return {
    state,
    changed: !known || !sameState(state, known),
    reallocated:
      allocation?.socialWorker !== known?.allocation?.socialWorker || allocation?.iro !== known?.allocation?.iro,
    notYetHeld: reviews.notYet,
    notes: [...notes, ...reviews.notes, ...allocationNotes],
  }
}

/**
 * A child who is known to be in care, and of whom no episode of that day could be read that says how it goes on, stays as they were: a row
 * that was refused, or left out of an extract, takes nobody out of scope.
 */
function careAfter(asOf: Day, { episodes, ofAge, row }: ReturnedChild, known: Care | undefined): CareAsOf {
  const read = careAsOf(asOf, episodes, ofAge, known)
  const open = read.notes.find(({ reason }) => reason === 'nothing-follows')
  const later = read.notes.some(({ reason }) => reason === 'begins-later')
  const unread = episodes.length === 0 || open !== undefined || later
  if (known?.scope !== 'in' || ofAge) return read
  if (contradicts(read, known))
    return { care: known, notes: read.notes.filter(({ reason }) => reason !== 'began-earlier') }
  if (!unread || read.care.scope === 'in') return read
  const kept: RowNote = { file: 'header', row, column: 'CHILD', reason: 'no-episodes-read' }
  return { care: known, notes: [...read.notes.filter((note) => note !== open), kept] }
}

/** A row after the end of care that does not start it again: one of the two is wrong, and neither re-dates nor ends what is held. */
const contradicts = ({ care, notes }: CareAsOf, known: InCare): boolean =>
  notes.some(({ reason }) => reason === 'begins-after-end') &&
  !(care.scope === 'in' && care.careFrom === known.careFrom)

/**
 * A confirmation is one social worker's word on one period of care: if either changes, it is asked again. So it is where nobody knows
 * when care began, where a return has another day than they gave, and where a plan for permanence is newly expected.
 */
function stillConfirmed(known: ChildState | undefined, care: Care, allocation: Allocation | undefined) {
  if (known?.care.scope !== 'in' || care.scope !== 'in' || known.care.careFrom !== care.careFrom) return undefined
  if (known.allocation?.socialWorker !== allocation?.socialWorker) return undefined
  const isAskedAgain =
    careBegan(care) === undefined ||
    isNewContradiction(care, known.care) ||
    (known.care.remandAlone === true && !care.remandAlone)
  return isAskedAgain ? undefined : known.confirmedAt
}

function sameState(one: ChildState, other: ChildState): boolean {
  return (
    sameCare(one.care, other.care) &&
    one.reviews.join() === other.reviews.join() &&
    same(one.allocation, other.allocation)
  )
}

function sameCare(one: Care, other: Care): boolean {
  if (one.scope !== 'in' || other.scope !== 'in') return one.scope === other.scope
  return (
    one.careFrom === other.careFrom &&
    one.legalStatus === other.legalStatus &&
    one.remandAlone === other.remandAlone &&
    sameBeginning(one.began, other.began)
  )
}
