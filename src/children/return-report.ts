/** What an administrator is told of an import: counts, and places of rows, never a value of the return. */
import type { Day } from '../calendar/day.ts'
import type { OutOfScopeBecause } from './child.ts'
import type { MassChange } from './mass-change.ts'
import type { ReturnFile, RowNote } from './row-notes.ts'

/** What was found in the folder, and which of its rows could be read. */
export type ReadReport = {
  /** Rows without the header row, the refused ones among them. */
  readonly files: readonly {
    readonly file: ReturnFile
    readonly name: string
    readonly rows: number
    /** How it lies, where it is no plain CSV and was read all the same. */
    readonly lies?: string
  }[]
  /** Files of the return that the clock does not need. */
  readonly leftAlone: readonly { readonly name: string; readonly what: string }[]
  /** `like` and `lacking`: which file it would be, if it had these columns. */
  readonly unknown: readonly UnknownFile[]
  readonly refused: readonly RowNote[]
  readonly doubted: readonly RowNote[]
}

export type UnknownFile = {
  readonly name: string
  readonly like?: ReturnFile
  readonly lacking?: readonly string[]
  /** What is odd about it, as a part of a sentence. */
  readonly odd?: string
}

/** Why nothing could be read at all: a sentence for the person who asked. */
export type Problem = {
  readonly problem: string
  /** Another import is at it: a moment later there may be no problem. */
  readonly isBusy?: true
}

/** What the return says of its children, and what that changes. */
export type MergeReport = {
  readonly kind: 'merged'
  readonly asOf: Day
  readonly dryRun: boolean
  readonly children: Tally<'read' | 'new' | 'changed' | 'unchanged' | 'inScope'>
  readonly outOfScope: Tally<OutOfScopeBecause>
  /** With a row of care that could not be read, or dates that cannot all be true: they stay as they are, or are not imported. */
  readonly leftAlone: number
  /** Known from earlier returns and not in this one: they stay as they are. */
  readonly notInReturn: number
  readonly reviews: Tally<'inThisPeriod' | 'beforeThisPeriod' | 'notYetHeld'>
  /** `without`: in scope, with no social worker; no reminders start for them. */
  readonly allocations: Tally<'changed' | 'without'>
  /** Open cases, and open duties of the social worker before, that go to whom this return names. */
  readonly changedHands: Tally<'cases' | 'duties'>
  /** A newer return was merged already, as of this day: whom it names stays, whatever this one says. */
  readonly newer?: Day
  /** Social workers who are asked for a first look. */
  readonly firstLooks: number
  readonly doubted: readonly RowNote[]
  readonly changes: MassChange
  /** It changes too much at once, out of so many children in scope: nothing is kept before somebody says that they expect it. */
  readonly stopped?: { readonly inCare: number }
}

/** What this return says last lies before what an earlier one said last: most likely the wrong folder. */
export type OlderReturn = {
  readonly kind: 'older'
  readonly file: Exclude<ReturnFile, 'header'>
  readonly newest: Day
  readonly before: Day
}

export type Tally<Name extends string> = Readonly<Record<Name, number>>

/** What an import answers with, in full. */
export type ImportReport = { readonly read: ReadReport; readonly merged: MergeReport }
