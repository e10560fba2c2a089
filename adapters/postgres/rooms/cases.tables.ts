/** The tables of cases. */
import type { ColumnType, Generated } from 'kysely'
import type { Json } from '../schema/base.tables.ts'

export type CasesTables = {
  cases: {
    id: string
    ref: string
    /** What it was called before cases were called by their child. */
    earlier_ref: Generated<string | null>
    child: string
    theme: string
    needed: string
    state: string
    social_worker: string
    iro: string | null
    chair: string | null
    raised_at: Date
    inputs_close: string | null
    policies: Json<unknown>
    /** The case's data key, wrapped; destroying it destroys every word of the case. */
    key: Buffer
    identity: Buffer | null
    /** Keyed hashes of name and numbers by which the child is found; null where they were not made yet. */
    found_by_hash: Generated<string[] | null>
    confirmation: Buffer | null
    closing: Buffer | null
    closed_at: Date | null
    /** What was said of the family when it was confirmed: kinds, and no words. */
    parents_told: Generated<string | null>
    child_told: Generated<string | null>
    sharing_basis: Generated<string | null>
  }
  closings: {
    id: string
    case_id: string
    by: string
    acts_as: string
    at: Date
    state: string
    /** Sealed under the case's key, as all words of a case are. */
    words: Buffer
    answered_by: string | null
    answered_at: Date | null
    answer: Buffer | null
  }
  asked: { case_id: string; agency: string; person: string; because: Buffer }
  raisings: {
    id: string
    case_id: string | null
    by: string
    at: Date
    theme: string
    needed: string
    key: Buffer
    takes_part: boolean
    words: Buffer
    /** As an earlier version kept what its raiser gave. */
    identifier: Buffer | null
    /** What its raiser gave to say which child. */
    given: Buffer | null
    child_unknown: Generated<boolean>
    not_in_care_at: Date | null
    not_in_care_by: string | null
    /** How they know. */
    not_in_care: Buffer | null
    withdrawn_at: Date | null
    named_to: Generated<string>
    objected_at: Date | null
    /** Why its raiser does not agree with the closing, and what they were answered. */
    objection: Buffer | null
    objection_answered_at: Date | null
    /** Names of the lines that those who are asked may read. */
    released: Generated<string[]>
  }
  concerns: {
    id: string
    case_id: string | null
    child: string | null
    writer: string
    told: Json<unknown>
    raised_at: Date
    repeats: number
    reported_at: Date | null
    key: Buffer
    report: Buffer | null
    reported_by: string | null
    raising: string | null
    kind: ColumnType<string, string | undefined, string>
    taken_back_at: Date | null
    reported_to: string | null
    reported_when: Date | null
  }
}
