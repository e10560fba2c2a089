/** Counts a merge, child by child. */
import type { Day } from '../calendar/day.ts'
import { outOfScopeBecause, type OutOfScopeBecause } from './child.ts'
import type { MergedState } from './merge-child.ts'
import type { MergeReport } from './return-report.ts'
import type { RowNote } from './row-notes.ts'

export type Counted = { readonly merged: MergedState; readonly change: 'new' | 'changed' | 'unchanged' }

export type MergeTally = {
  add(counted: Counted): void
  report(
    rest: Pick<MergeReport, 'asOf' | 'dryRun' | 'notInReturn' | 'firstLooks' | 'changedHands' | 'newer'>,
  ): MergeReport
}

export function mergeTally(): MergeTally {
  const children = { read: 0, new: 0, changed: 0, unchanged: 0, inScope: 0 }
  const outOfScope = Object.fromEntries(outOfScopeBecause.map((because) => [because, 0])) as Record<
    OutOfScopeBecause,
    number
  >
  const reviews = { inThisPeriod: 0, beforeThisPeriod: 0, notYetHeld: 0 }
  const allocations = { changed: 0, without: 0 }
  const doubted: RowNote[] = []

  return {
    add({ merged: { state, notes, notYetHeld, reallocated }, change }) {
      children.read += 1
      children[change] += 1
      reviews.notYetHeld += notYetHeld
      if (reallocated) allocations.changed += 1
      if (state.care.scope === 'in') {
        children.inScope += 1
        if (!state.allocation) allocations.without += 1
        const before = countBefore(state.reviews, state.care.careFrom)
        reviews.beforeThisPeriod += before
        reviews.inThisPeriod += state.reviews.length - before
      } else outOfScope[state.care.scope] += 1
      doubted.push(...notes)
    },
    report: (rest) => ({ kind: 'merged', ...rest, children, outOfScope, reviews, allocations, doubted }),
  }
}

const countBefore = (days: readonly Day[], start: Day): number => days.filter((day) => day < start).length
