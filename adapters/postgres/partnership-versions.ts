/** Keeps and reads the versions of the partnership. */
import { sql, type Kysely, type Selectable } from 'kysely'
import { z } from 'zod'
import type { PersonId } from '../../src/ids.ts'
import { Agency, LeftPerson } from '../../src/partnership/partnership.ts'
import type { VersionNeeds } from '../../src/people/version-needs.ts'
import type { KeptVersion, PartnershipVersions } from '../../src/ports/partnership-versions.ts'
import type { Database, Db } from './schema/database.ts'
import type { PartnershipTables } from './partnership.tables.ts'

const Left = z.object({ people: z.array(LeftPerson), agencies: z.array(Agency) })

export function createPartnershipVersions(db: Kysely<Database>): PartnershipVersions {
  const newestFirst = () => db.selectFrom('partnership_versions').selectAll().orderBy('version', 'desc').limit(1)
  return {
    async newestNumber() {
      return (await newestFirst().clearSelect().select('version').executeTakeFirst())?.version
    },
    newest: async () => keptOrNone(await newestFirst().executeTakeFirst()),
    one: async (version) => keptOrNone(await newestFirst().where('version', '=', version).executeTakeFirst()),
    lastOfStart: async () => keptOrNone(await newestFirst().where('how', '=', 'start').executeTakeFirst()),
    async all() {
      const columns = ['version', 'applied_at', 'how', 'by', 'hash', 'joined', 'gone', 'changed'] as const
      const rows = await db.selectFrom('partnership_versions').select(columns).orderBy('version', 'desc').execute()
      return rows.map(described)
    },
    async openThings() {
      const { rows } = await sql<{ cases: number; duties: number }>`
        select (select count(*)::int from cases where state <> 'closed') as cases,
               (select count(*)::int from duties where state = 'open') as duties`.execute(db)
      return rows[0] ?? { cases: 0, duties: 0 }
    },
  }
}

/** Two at once: the second waits for the first to commit, and finds the version there. */
export function versionsStore(db: Db, at: Date): Pick<VersionNeeds, 'keepVersion'> {
  return {
    async keepVersion({ version, how, by, text, hash, left, counts }) {
      const kept = await db
        .insertInto('partnership_versions')
        .values({
          ...{ version, applied_at: at, how, by: by ?? null, text, hash, left_partnership: JSON.stringify(left) },
          ...{ joined: counts.joined, gone: counts.left, changed: counts.changed },
        })
        .onConflict((conflict) => conflict.column('version').doNothing())
        .returning('version')
        .executeTakeFirst()
      return kept !== undefined
    },
  }
}

type Row = Selectable<PartnershipTables['partnership_versions']>

const keptOrNone = (row: Row | undefined): KeptVersion | undefined =>
  row && { ...described(row), text: row.text, left: Left.parse(row.left_partnership) }

const described = (row: Omit<Row, 'text' | 'left_partnership'>) => ({
  version: row.version,
  appliedAt: row.applied_at,
  how: row.how,
  ...(row.by !== null && { by: row.by as PersonId }),
  hash: row.hash,
  counts: { joined: row.joined, left: row.gone, changed: row.changed },
})
