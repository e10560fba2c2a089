/** Keeps the tokens of workspaces sealed, each under a data key of its own. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Installation, Installations } from '../../../src/ports/installations.ts'
import type { Vault } from '../../../src/ports/vault.ts'
import type { Database } from '../schema/database.ts'

const Kept = z.object({ workspace: z.string(), app: z.string(), botUser: z.string(), botToken: z.string() })

export function createInstallations(db: Kysely<Database>, vault: Vault): Installations {
  const rowOf = (workspace: string) =>
    db.selectFrom('installations').selectAll().where('workspace', '=', workspace).executeTakeFirst()
  const open = ({ key, sealed }: { key: Buffer; sealed: Buffer }): Installation =>
    Kept.parse(JSON.parse(vault.open(key, sealed)))

  return {
    async of(workspace) {
      const row = await rowOf(workspace)
      return row && open(row)
    },
    async keep(installation) {
      const key = vault.newKey()
      const sealed = vault.seal(key, JSON.stringify(installation))
      await db
        .insertInto('installations')
        .values({ workspace: installation.workspace, key, sealed })
        .onConflict((conflict) => conflict.column('workspace').doUpdateSet({ key, sealed }))
        .execute()
    },
    async forget({ workspace, botToken }) {
      const row = await rowOf(workspace)
      if (!row || open(row).botToken !== botToken) return
      // By what was read: another may have been kept in between.
      await db.deleteFrom('installations').where('workspace', '=', workspace).where('sealed', '=', row.sealed).execute()
    },
  }
}
