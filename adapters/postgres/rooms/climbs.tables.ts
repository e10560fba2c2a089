/** The table of climbs: one row for each step. */
import type { Json } from '../schema/base.tables.ts'

export type ClimbsTables = {
  climbs: {
    climb: string
    thing: string
    step: number
    event: string
    at: Date
    state: string
    due: string | null
    first_due: string | null
    told_at: Date | null
    stage: string | null
    stage_at: Date | null
    times: number | null
    next_stage: string | null
    next_at: Date | null
    policy: Json<unknown>
  }
}
