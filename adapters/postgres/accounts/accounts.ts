/** Which account is whose, and where a person can be written to. */
import { sql, type Kysely } from 'kysely'
import type { Accounts } from '../../../src/ports/accounts.ts'
import type { Clock } from '../../../src/ports/clock.ts'
import type { Database } from '../schema/database.ts'
import { holdingFrom, holdingsIn, isAccount } from './holdings.ts'

export function createAccounts(db: Kysely<Database>, clock: Clock): Accounts {
  return {
    async holdingOf(account) {
      const row = await holdingsIn(db).where(isAccount(account)).executeTakeFirst()
      return row && holdingFrom(row)
    },
    async reachableOf(person) {
      const rows = await holdingsIn(db)
        .where('person', '=', person)
        .where('removed_at', 'is', null)
        .where('unreachable_since', 'is', null)
        .orderBy('preferred', 'desc')
        .orderBy('used_at', 'desc')
        .execute()
      return rows.map(holdingFrom)
    },
    async used(account) {
      await db
        .updateTable('accounts')
        .set({ used_at: clock.now(), unreachable_since: null })
        .where(isAccount(account))
        .execute()
    },
    async welcomed(account) {
      const { numUpdatedRows } = await db
        .updateTable('accounts')
        .set({ welcomed_at: clock.now() })
        .where(isAccount(account))
        .where('welcomed_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    async conversationOf(account) {
      const row = await db.selectFrom('accounts').select('conversation').where(isAccount(account)).executeTakeFirst()
      return row?.conversation ?? undefined
    },
    async keepConversation(account, reference) {
      await db
        .updateTable('accounts')
        .set({ conversation: reference === undefined ? null : sql`${JSON.stringify(reference)}::jsonb` })
        .where(isAccount(account))
        .execute()
    },
  }
}
