/** Wraps the data keys of a table under the secret key of today. What is sealed under them stays as it is. */
import { sql, type Kysely } from 'kysely'
import type { RekeyWatch } from '../../../src/ports/rekey.ts'
import type { Vault } from '../../../src/ports/vault.ts'
import type { Database } from '../schema/database.ts'
import { inOneTransaction } from '../transaction/in-one-transaction.ts'
import { notOfToday, opens } from './count-keys.ts'
import { inRounds } from './in-rounds.ts'
import type { WrappedKeys } from './sealed-columns.ts'

/** Rows that one transaction holds, for some milliseconds. */
export const rowsAtOnce = 200

export function rewrapKeys(db: Kysely<Database>, vault: Vault, of: WrappedKeys, watch: RekeyWatch): Promise<number> {
  const [table, id, type] = [sql.table(of.table), sql.ref(of.id), sql.raw(of.type)]
  return inRounds(
    {
      left: async () => {
        const { rows } = await sql<{ count: number }>`
          select count(*)::integer as count from ${table} where ${notOfToday(vault)}`.execute(db)
        return rows[0]?.count ?? 0
      },
      batch: (after) =>
        inOneTransaction(db, async (tx) => {
          // A data key never changes, so a process that read the old wrapping a moment ago goes on with it.
          const { rows } = await sql<{ id: string; key: Buffer }>`
            select ${id}::text as id, key from ${table}
            where ${notOfToday(vault)} and (${after ?? null}::${type} is null or ${id} > ${after ?? null}::${type})
            order by ${id} limit ${rowsAtOnce} for no key update skip locked`.execute(tx)
          const opened = rows.filter(({ key }) => opens(vault, key))
          const [ids, keys] = [opened.map((row) => row.id), opened.map(({ key }) => vault.rewrap(key))]
          await sql`
            update ${table} set key = given.key from unnest(${ids}::${type}[], ${keys}::bytea[]) as given (id, key)
            where ${table}.${id} = given.id`.execute(tx)
          const last = rows.at(-1)?.id
          return { ...(last !== undefined && { last }), changed: ids.length, failed: rows.length - ids.length }
        }),
    },
    watch,
  )
}
