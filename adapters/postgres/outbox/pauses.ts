/** What one process is told about a workspace holds for all. */
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Platform } from '../../../src/ports/accounts.ts'
import type { Outbox } from '../../../src/ports/outbox.ts'
import type { Database } from '../schema/database.ts'

export function createPauses(db: Kysely<Database>): Pick<Outbox, 'pause' | 'pauses'> {
  return {
    async pause({ platform, workspace }, until) {
      await db
        .insertInto('pauses')
        .values({ platform, workspace, until })
        .onConflict((conflict) =>
          conflict
            .columns(['platform', 'workspace'])
            .doUpdateSet({ until: sql`greatest(pauses.until, excluded.until)` }),
        )
        .execute()
    },
    async pauses(at) {
      const rows = await db.selectFrom('pauses').selectAll().where('until', '>', at).execute()
      return rows.map((row) => ({ ...row, platform: row.platform as Platform }))
    },
  }
}
