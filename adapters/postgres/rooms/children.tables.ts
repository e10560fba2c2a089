/** Children in care, and the rows of a return between its reading and its merging. */
import type { Generated } from 'kysely'
import type { Json } from '../schema/base.tables.ts'

export type ChildrenTables = {
  children: {
    id: string
    ref: string
    /** Keyed hash of the authority's identifier. */
    identifier_hash: string
    /** Keyed hash of the identity: tells whether a return changes it, without opening it. */
    identity_hash: string
    /** The child's own data key, wrapped; other rooms seal words about the child under it, so it never changes. */
    key: Buffer
    /** Keyed hashes of other numbers by which it is found; null where they were not made yet. */
    found_by_hash: Generated<string[] | null>
    /** Identifier, birthday and UPN. */
    identity: Buffer
    scope: string
    care_from: string | null
    legal_status: string | null
    /** When care began: by a return, and by the social worker. */
    began_returned: string | null
    began_said: string | null
    /** The first of the two was taken over from before anybody asked. */
    began_assumed: Generated<boolean>
    remand_alone: Generated<boolean>
    social_worker: string | null
    team: string | null
    iro: string | null
    allocated_from: string | null
    /** By a colleague, not by a return. */
    handed_over: Generated<boolean>
    confirmed_at: Date | null
    /** The day of the newest return that told of the child. */
    as_of: Generated<string | null>
    /** Who said that the child is not theirs, and whose it was then; counts while it has no social worker. */
    given_back_by: string | null
    /** Not in care, and may have a case: on its edge, or leaving it. */
    around: Generated<string | null>
    given_back_from: string | null
  }
  /** Every review held by the day of the last return, those before this period of care as well. */
  reviews_held: { child: string; held_on: string }
  /** Of these a person said that they were not held. */
  reviews_taken_back: { child: string; held_on: string; by: string; at: Date }
  staged_returns: { id: string; started_at: Date; as_of: string; rows: Json<unknown> | null }
  staged_children: {
    staging: string
    child: number
    row: number
    identifier_hash: string
    identity_hash: string
    key: Buffer
    identity: Buffer
    of_age: boolean
    upn_hash: string | null
    /** Of the same number written another way. */
    like_hashes: Generated<string[]>
    left_out: Generated<boolean>
  }
  staged_episodes: {
    staging: string
    child: number
    row: number
    from_day: string
    to_day: string | null
    legal_status: string
    starts_care: boolean
    leaves_care: boolean
  }
  staged_reviews: { staging: string; child: number; row: number; held_on: string }
  staged_allocations: {
    staging: string
    child: number
    row: number
    social_worker: string
    team: string | null
    iro: string | null
    from_day: string
  }
}
