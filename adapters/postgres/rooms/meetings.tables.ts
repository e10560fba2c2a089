/** The tables of meetings. */
import type { ColumnType, Generated } from 'kysely'
import type { Json } from '../schema/base.tables.ts'

export type MeetingsTables = {
  meetings: {
    id: string
    case_id: string
    chair: string
    note_taker: string | null
    slots: Json<unknown>
    minutes: number
    starts_at: Date | null
    online_address: string | null
    online_given: Generated<number>
    room: string | null
    state: string
    attended: Json<unknown>
    came_too: ColumnType<unknown, string | undefined, string>
    recordings: number
    record: Buffer | null
    summary: Json<unknown> | null
  }
  proposals: {
    id: string
    meeting_id: string
    seq: Generated<string>
    owner: string
    due: string
    words: Buffer
    kind: string | null
    corrections: Generated<number>
  }
}
