/** The tables of hand-overs: who was told of what, and who has taken over. */
import type { Generated } from 'kysely'
import type { Json } from '../schema/base.tables.ts'

export type HandoversTables = {
  held_told: { holder: string; told: string; part: string; thing: string; on_day: string; holds: Generated<boolean> }
  handovers: {
    id: string
    case_id: string | null
    child: string | null
    ref: string
    things: Json<unknown>
    from_person: string
    to_person: string
    at: Date
    taken_up_at: Date | null
  }
}
