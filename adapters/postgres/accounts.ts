/** Which account is whose, and which one a person used last. */
import { sql, type Kysely } from 'kysely'
import type { PersonId } from '../../src/ids.ts'
import type { Accounts, Platform } from '../../src/ports/accounts.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Database } from './database.ts'

/** Noted again only after this, while it is the account used last anyway: not a write for every press. */
const noteAgainAfterMs = 3_600_000

export function createAccounts(db: Kysely<Database>, clock: Clock): Accounts {
  return {
    async personOf(account) {
      const row = await db
        .selectFrom('accounts')
        .select('person')
        .where('platform', '=', account.platform)
        .where('workspace', '=', account.workspace)
        .where('account_user', '=', account.user)
        .executeTakeFirst()
      return row?.person as PersonId | undefined
    },
    async link({ platform, workspace, user }, person) {
      const usedAt = clock.now()
      await db
        .insertInto('accounts')
        .values({ platform, workspace, account_user: user, person, used_at: usedAt })
        .onConflict((conflict) =>
          conflict
            .columns(['platform', 'workspace', 'account_user'])
            .doUpdateSet({ person, used_at: usedAt, conversation: null }),
        )
        .execute()
    },
    async used(account) {
      const at = clock.now()
      await sql`
        update accounts set used_at = ${at}
        where platform = ${account.platform} and workspace = ${account.workspace} and account_user = ${account.user}
          and (used_at < ${new Date(at.getTime() - noteAgainAfterMs)} or exists (
            select from accounts other
            where other.person = accounts.person and other.used_at >= accounts.used_at
              and (other.platform, other.workspace, other.account_user)
                <> (accounts.platform, accounts.workspace, accounts.account_user)
          ))
      `.execute(db)
    },
    async accountFor(person, platform) {
      const ofPerson = db
        .selectFrom('accounts')
        .select(['platform', 'workspace', 'account_user'])
        .where('person', '=', person)
        .orderBy('used_at', 'desc')
        .limit(1)
      const row = await (platform ? ofPerson.where('platform', '=', platform) : ofPerson).executeTakeFirst()
      return row && { platform: row.platform as Platform, workspace: row.workspace, user: row.account_user }
    },
  }
}
