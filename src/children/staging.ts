/**
 * Where the rows of a return wait between their reading and their merging. What identifies a child is sealed or hashed
 * before it comes here.
 */
import type { Day } from '../calendar/day.ts'
import type { PersonId } from '../ids.ts'
import type { LegalStatus } from './legal-status.ts'
import type { ReturnFile } from './row-notes.ts'

export type StagedRows = {
  readonly header: StagedChild
  readonly episodes: StagedEpisode
  readonly reviews: StagedReview
  readonly allocations: StagedAllocation
}

type Placed = {
  /** Which child of the header, counted in its order. */
  readonly child: number
  /** As a spreadsheet counts: the header row is 1. */
  readonly row: number
}

export type StagedChild = Placed & {
  readonly identifierHash: string
  /** Keyed hash of what is sealed here. */
  readonly identityHash: string
  /** The child's own data key, wrapped. */
  readonly key: Buffer
  /** As `writeIdentity` writes it, sealed. */
  readonly identity: Buffer
  /** Eighteen by the as-of date: the birthday itself stays sealed. */
  readonly ofAge: boolean
  /** Keyed hash of the pupil number, where it is one. */
  readonly upnHash?: string
  /** Keyed hashes of the same number written another way: of what a spreadsheet makes of one, and of what it was before. */
  readonly likeHashes: readonly string[]
}

export type StagedEpisode = Placed & {
  readonly from: Day
  readonly to?: Day
  readonly legalStatus: LegalStatus
  readonly startsCare: boolean
  readonly leavesCare: boolean
}

export type StagedReview = Placed & { readonly on: Day }

export type StagedAllocation = Placed & {
  readonly socialWorker: PersonId
  readonly team?: string
  readonly iro?: PersonId
  readonly from: Day
}

export type RowsRead = Readonly<Partial<Record<ReturnFile, number>>>

export type Staging = {
  /** One import at a time; empties what a crashed one left behind. */
  open(at: Date, asOf: Day): Promise<OpenStaging | 'busy'>
}

export type OpenStaging = {
  readonly id: string
  /** What the return says of later days has not happened yet. */
  readonly asOf: Day
  put<File extends ReturnFile>(file: File, batches: AsyncIterable<readonly StagedRows[File][]>): Promise<void>
  /** Everything is here; until then it cannot be merged. */
  complete(rows: RowsRead): Promise<void>
  /** Empties the staging and lets the next import begin. */
  close(): Promise<void>
}
