/** The table of versions of the partnership. */
import type { Left } from '../../src/partnership/left.ts'
import type { Json } from './schema/base.tables.ts'

export type PartnershipTables = {
  partnership_versions: {
    version: number
    applied_at: Date
    how: 'start' | 'terminal'
    by: string | null
    text: string
    hash: string
    left_partnership: Json<Left>
    joined: number
    gone: number
    changed: number
  }
}
