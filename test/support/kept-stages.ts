/** A stage at which many tests of one file begin: lived once, and its rows put back after that. */
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../adapters/postgres/schema/database.ts'
import type { ManualClock } from './manual-clock.ts'

type Kept = { readonly result: unknown; readonly now: Date }

/** What stands now is the start. Rows are put back only where everything stands as at the start. */
export async function keepStages(db: Db, clock: ManualClock) {
  const stages = new Map<string, Kept>()
  await keep(db, 'kept-start')
  const start = { now: clock.now(), rows: await rowsOf(db) }

  const isAtStart = async (): Promise<boolean> =>
    clock.now().getTime() === start.now.getTime() && (await rowsOf(db)) === start.rows

  return {
    async startOver(): Promise<void> {
      await putBack(db, 'kept-start')
      clock.moveTo(start.now)
    },
    /** Lives what `live` does, or puts back what it made the first time. */
    async reach<Result>(name: string, live: () => Promise<Result>): Promise<Result> {
      if (!(await isAtStart())) return live()
      const kept = stages.get(name)
      if (kept) {
        await putBack(db, name)
        clock.moveTo(kept.now)
        return kept.result as Result
      }
      const result = await live()
      await keep(db, name)
      stages.set(name, { result, now: clock.now() })
      return result
    },
  }
}

const tables = sql`from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`

/** Every row of every table. */
async function rowsOf(db: Db): Promise<string> {
  const { rows } = await sql<{ every: string }>`
    select string_agg(query_to_xml(format('select * from %I', tablename), false, true, '')::text, '' order by tablename)
      as every ${tables}`.execute(db)
  return rows[0]?.every ?? ''
}

async function keep(db: Db, name: string): Promise<void> {
  await sql`create schema ${sql.id(name)}`.execute(db)
  await run(db, inEach('public', `create table "${name}".%1$I as table %1$I`))
}

/** No row is left: tens of times faster than a truncation, which makes every table anew, also those that hold none. */
export const emptyAll = (db: Db): Promise<void> => run(db, inEach('public', 'delete from %1$I'))

async function putBack(db: Db, name: string): Promise<void> {
  const insert = `insert into %1$I (%2$s) overriding system value select %2$s from "${name}".%1$I`
  await run(db, inEach('public', 'delete from %1$I'), inEach(name, insert))
}

/**
 * For each table of a schema that has held a row, most of all have none. The command is a format of PostgreSQL: `%1$I`
 * is the table, `%2$s` its columns.
 */
const inEach = (schema: string, command: string) => sql`
  execute (
    select coalesce(string_agg(format(${sql.lit(command)}, tablename, (
      select string_agg(quote_ident(attname), ',') from pg_attribute
      where attrelid = format('public.%I', tablename)::regclass and attnum > 0 and not attisdropped
    )), ';'), '') from pg_tables
    where schemaname = ${sql.lit(schema)} and tablename not like 'kysely%'
      and pg_relation_size(format('%I.%I', schemaname, tablename)) > 0
  );`

/** In any order of the tables. */
async function run(db: Db, ...commands: readonly RawBuilder<unknown>[]): Promise<void> {
  await sql`do $$ begin set local session_replication_role = replica; ${sql.join(commands, sql` `)} end $$`.execute(db)
}
