/** Reads the log of one case, and checks that its chain holds. */
import { sql, type Kysely } from 'kysely'
import type { FactLog } from '../../../src/ports/fact-log.ts'
import type { Database } from '../schema/database.ts'
import { canonical, hashOf } from './facts.ts'

export function createFactLog(db: Kysely<Database>): FactLog {
  return {
    async ofCase(reference) {
      const found = await db
        .selectFrom('cases')
        .select('id')
        .where((eb) => eb.or([eb('ref', '=', reference), eb('earlier_ref', '=', reference)]))
        .orderBy(sql`ref = ${reference}`, 'desc')
        .executeTakeFirst()
      if (!found) return undefined
      const chain = `case-${found.id}`
      const rows = await db.selectFrom('facts').selectAll().where('chain', '=', chain).orderBy('seq').execute()
      const head = await db.selectFrom('chains').select('hash').where('chain', '=', chain).executeTakeFirst()
      return {
        lines: rows.map(({ fact, data, by, at, partnership_version: version }) => ({
          ...{ fact, by, at, data: data as Record<string, unknown> },
          ...(version !== null && { version }),
        })),
        brokenAt: brokenAt(rows, head?.hash ?? ''),
      }
    },
  }
}

type Row = {
  chain: string
  fact: string
  data: unknown
  by: string | null
  at: Date
  previous: string
  hash: string
  partnership_version: number | null
}

/** A line removed from the end is noticed too: the head still holds its hash. */
function brokenAt(rows: readonly Row[], head: string): number {
  let previous = ''
  for (const [place, row] of rows.entries()) {
    const { chain, fact, by, hash, partnership_version: version } = row
    const again = hashOf({ chain, fact, by, version, data: canonical(row.data), at: row.at.toISOString(), previous })
    if (row.previous !== previous || hash !== again) return place + 1
    previous = hash
  }
  return previous === head ? 0 : rows.length + 1
}
