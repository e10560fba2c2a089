/** Counts a merge, child by child. */
import type { Day } from '../calendar/day.ts'
import { outOfScopeBecause, type OutOfScopeBecause } from './child.ts'
import { changeOf, noChange, type MassChange } from './mass-change.ts'
import type { ChildState, MergedState } from './merge-child.ts'
import type { MergeReport } from './return-report.ts'
import type { RowNote } from './row-notes.ts'

export type Counted = {
  /** Its place in the header. */
  readonly child: number
  readonly before: ChildState | undefined
  readonly merged: MergedState
  readonly change: 'new' | 'changed' | 'unchanged'
}

export type MergeTally = {
  readonly changes: MassChange
  add(counted: Counted): void
  report(
    rest: Pick<
      MergeReport,
      'asOf' | 'dryRun' | 'leftAlone' | 'notInReturn' | 'firstLooks' | 'changedHands' | 'newer' | 'stopped'
    >,
  ): MergeReport
}

/** `noted`: what was found before the first child was merged. */
export function mergeTally(noted: readonly RowNote[]): MergeTally {
  const children = { read: 0, new: 0, changed: 0, unchanged: 0, inScope: 0 }
  const outOfScope = Object.fromEntries(outOfScopeBecause.map((because) => [because, 0])) as Record<
    OutOfScopeBecause,
    number
  >
  const reviews = { inThisPeriod: 0, beforeThisPeriod: 0, notYetHeld: 0 }
  const allocations = { changed: 0, without: 0 }
  const doubted: RowNote[] = [...noted]
  const changes = { ...noChange }

  return {
    changes,
    add({ child, before, merged: { state, notes, notYetHeld, reallocated }, change }) {
      const made = changeOf(state, before)
      if (made) changes[made] += 1
      children.read += 1
      children[change] += 1
      reviews.notYetHeld += notYetHeld
      if (reallocated) allocations.changed += 1
      if (state.care.scope === 'in') {
        children.inScope += 1
        if (!state.allocation) allocations.without += 1
        const earlier = countBefore(state.reviews, state.care.careFrom)
        reviews.beforeThisPeriod += earlier
        reviews.inThisPeriod += state.reviews.length - earlier
      } else outOfScope[state.care.scope] += 1
      doubted.push(...notes.map((note) => ({ ...note, child })))
    },
    report: (rest) => ({ kind: 'merged', ...rest, children, outOfScope, reviews, allocations, doubted, changes }),
  }
}

const countBefore = (days: readonly Day[], start: Day): number => days.filter((day) => day < start).length
