/** What the merging of a return needs from the store. */
import type { Day } from '../calendar/day.ts'
import type { ChildId, PersonId } from '../ids.ts'
import type { ClimbsNeeds } from '../climbs/needs.ts'
import type { PeopleNeeds } from '../people/needs.ts'
import type { ChildState, ReturnedChild } from './merge-child.ts'
import type { ReturnFile } from './row-notes.ts'
import type { RowsRead } from './staging.ts'

export type MergeNeeds = PeopleNeeds &
  ClimbsNeeds & {
    /** Waits for any other merge to end. Undefined unless a return is staged under this id and complete. */
    stagedReturn(staging: string): Promise<{ readonly asOf: Day; readonly rows: RowsRead } | undefined>
    /** The children of the header in its order, from this place on. */
    readonly stagedChildren: (staging: string, from: number, limit: number) => Promise<readonly StagedForMerge[]>
    stagedLike(staging: string): Promise<readonly StagedLike[]>
    takeFor(staging: string, taken: readonly TakenFor[]): Promise<void>
    /** Known children whom this return gives another day of birth. */
    stagedBornOtherwise(staging: string): Promise<readonly { readonly child: number; readonly row: number }[]>
    leaveOut(staging: string, children: readonly number[]): Promise<void>
    countNotInReturn(staging: string): Promise<number>
    /** Those of these references that a child has already. */
    takenReferences(references: readonly string[]): Promise<ReadonlySet<string>>
    keepMerged(staging: string, children: readonly KeptChild[]): Promise<void>
    /** This return told of them, whether or not it changed anything; an older one leaves the day as it is. */
    keepAsOf(children: readonly ChildId[], asOf: Day): Promise<void>
    /** Checks these children's duties now, since their dates may have changed. */
    hastenDuties(children: readonly ChildId[]): Promise<void>
    recordAllocated(children: readonly Reallocated[]): Promise<void>
    /** The as-of day of the newest return that was merged. */
    newestReturn(): Promise<Day | undefined>
    /**
     * The last day of which each file of this return speaks, up to its as-of day, and of any that was merged before.
     * `refusing`: files with rows that could not be read, which may speak of later days.
     */
    lastDays(staging: string): Promise<{
      readonly staged: LastDays
      readonly merged: LastDays
      readonly refusing: ReadonlySet<keyof LastDays>
    }>
    /** Nobody, until a return was merged that was not invented. */
    countInCare(): Promise<number>
    /** How many children in scope each of these has yet to confirm. */
    countUnconfirmed(socialWorkers: readonly PersonId[]): Promise<ReadonlyMap<PersonId, number>>
  }

/** The header has no day of its own. */
export type LastDays = Readonly<Partial<Record<Exclude<ReturnFile, 'header'>, Day>>>

/** A child who has another social worker or IRO by this return. */
export type Reallocated = {
  readonly child: ChildId
  readonly ref: string
  readonly socialWorker: PersonId
  readonly iro?: PersonId
  readonly before: { readonly socialWorker?: PersonId; readonly iro?: PersonId }
}

/** What goes with the children who are reallocated. */
export type ChangedHands = { readonly cases: number; readonly duties: number }

export type StagedForMerge = {
  /** Its place in the header. */
  readonly child: number
  readonly returned: ReturnedChild
  readonly leftOut: boolean
  readonly known?: KnownChild
}

export type KnownChild = {
  readonly id: ChildId
  readonly ref: string
  readonly state: ChildState
  /** The return identifies the child in the very words that are sealed already. */
  readonly sameIdentity: boolean
}

export type KeptChild = {
  readonly child: number
  readonly id: ChildId
  readonly ref: string
  /** Known already, by other words: what is sealed has to be sealed again, under the child's own key. */
  readonly identityChanged: boolean
  readonly state: ChildState
}

/** A child of the return whom the identifier does not find. */
export type StagedLike = {
  /** Its place in the header. */
  readonly child: number
  readonly row: number
  /** Known children who are not in the return by their own identifier. */
  readonly known: readonly { readonly id: ChildId; readonly sameBirthday: boolean }[]
}

export type TakenFor = { readonly child: number; readonly known: ChildId }
