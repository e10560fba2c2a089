/** Children of a return of whom nothing is merged, because what it says of them cannot be read whole, or cannot be true. */
import type { MergeNeeds, StagedForMerge } from './merge-needs.ts'
import type { RowNote } from './row-notes.ts'

type Places = {
  readonly unreadable?: ReadonlySet<number> | undefined
  readonly untrue?: ReadonlySet<number> | undefined
}

/**
 * A child who is not known is read from the rows that can be read. One whose dates contradict each other waits, known or not: a
 * wrong day of birth decides when the reminders end.
 */
export function leftAloneIn({ unreadable, untrue }: Places, otherwise: readonly RowNote[]) {
  const corrected = new Set(otherwise.map(({ child }) => child))
  return ({ child, known, returned }: StagedForMerge): boolean => {
    if (untrue?.has(child)) return true
    if (!known) return false
    const wouldEnd = corrected.has(child) && returned.ofAge && known.state.care.scope === 'in'
    return wouldEnd || unreadable?.has(child) === true
  }
}

/** Another day of birth than is held: taken, since people do put them right, but it takes nobody out of care. */
export async function bornOtherwise(tx: MergeNeeds, staging: string): Promise<readonly RowNote[]> {
  const rows = await tx.stagedBornOtherwise(staging)
  return rows.map(({ child, row }) => ({ file: 'header', child, row, column: 'DOB', reason: 'born-otherwise' }))
}
