/** The tables of actions. */
import type { Generated } from 'kysely'
import type { OfferColumns } from './offers.ts'
import type { Json } from '../schema/base.tables.ts'

export type ActionsTables = {
  actions: OfferColumns & {
    id: string
    case_id: string
    owner: string
    agency: string | null
    /** Sealed under the case's key, as all words of a case are. */
    what: Buffer
    know: Buffer
    first_due: string
    due: string
    moves: number
    started_on: string
    state: string
    done_on: string | null
    ladder: Json<unknown>
    promised_at: Date
    /** Where somebody who judges does it. */
    kind: string | null
    /** Whom of the family it is to tell of the meeting. */
    tells: Generated<string | null>
  }
  action_words: { id: Generated<string>; action: string; kind: string; by: string; at: Date; words: Buffer }
}
