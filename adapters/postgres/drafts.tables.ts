/** The table of what was typed and not sent. */
import type { Generated } from 'kysely'
import type { Json } from './schema/base.tables.ts'

export type DraftsTables = {
  drafts: {
    id: Generated<string>
    person: string
    form: string
    ask: Json<unknown>
    /** A data key of its own, wrapped. */
    key: Buffer
    words: Buffer
    at: Date
  }
}
