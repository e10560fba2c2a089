/** The tables of duties. */
import type { Generated } from 'kysely'
import type { OfferColumns } from './offers.ts'
import type { Json } from '../schema/base.tables.ts'

export type DutiesTables = {
  duties: OfferColumns & {
    id: string
    child: string
    kind: string
    /** The first day of the period of care that the duty belongs to. */
    care_from: string
    due: string
    because: string
    owner: string
    state: string
    started_on: string
    expected_on: string | null
    recorded_on: string | null
    recorded_as: string | null
    ladder: Json<unknown>
  }
  /** What happened to a child on a day, or was said of them: only ever added to. */
  child_events: {
    /** In the order in which they were recorded. */
    seq: Generated<string>
    id: string
    child: string
    kind: string
    happened_on: string
    /** Null: taken over from what was kept before. */
    recorded_by: string | null
    at: Date
    duty: string | null
    again_by: string | null
    again_with: string | null
  }
  duty_words: { id: Generated<string>; duty: string; kind: string; by: string; at: Date; words: Buffer }
}
