/** Keeps what stands in all tables in a schema of its own, and puts it back in one statement. */
import { sql, type Kysely } from 'kysely'
import type { Database } from '../../adapters/postgres/schema/database.ts'

const tablesOf = async (db: Kysely<Database>): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(tablename) as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%' order by tablename`.execute(db)
  return rows.map(({ name }) => name)
}

export type KeptTables = { readonly putBack: string }

/** In any order of the tables: no key is looked up while they are emptied and filled. */
const unchecked = 'set local session_replication_role = replica'

export async function emptyTables(db: Kysely<Database>): Promise<void> {
  const deletes = (await tablesOf(db)).map((name) => `delete from ${name}`)
  await atOnce(db, [unchecked, ...deletes].join(';'))
}

export async function keepTables(db: Kysely<Database>, schema: string): Promise<KeptTables> {
  const tables = await tablesOf(db)
  await atOnce(
    db,
    [
      `drop schema if exists ${schema} cascade`,
      `create schema ${schema}`,
      ...tables.map((name) => `create table ${schema}.${name} as table public.${name}`),
    ].join(';'),
  )
  const filled: string[] = []
  for (const name of tables) {
    const { rows } = await sql<{ some: boolean }>`select exists (select from ${sql.raw(name)}) as some`.execute(db)
    if (rows[0]?.some) filled.push(name)
  }
  return {
    putBack: [
      unchecked,
      ...tables.map((name) => `delete from ${name}`),
      ...filled.map((name) => `insert into ${name} overriding system value table ${schema}.${name}`),
    ].join(';'),
  }
}

export const putBack = (db: Kysely<Database>, kept: KeptTables): Promise<void> => atOnce(db, kept.putBack)

/** As one statement without values, which PostgreSQL runs in a transaction of its own. */
async function atOnce(db: Kysely<Database>, statements: string): Promise<void> {
  await sql.raw(statements).execute(db)
}
