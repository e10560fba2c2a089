/** The product's own PostgreSQL as its administrator sees it: every row that stands or ever stood in any table. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Haystack } from './hunt.ts'

async function withClient<Result>(dataDir: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const read = (name: string) => readFileSync(join(dataDir, name), 'utf8').trim()
  const connectionString = `postgres://unstuck:${read('postgres.password')}@127.0.0.1:${read('postgres.port')}/unstuck`
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** From now on a copy is kept of every row that is written to any table, jobs included: most are deleted soon. */
export const watchTables = (dataDir: string): Promise<void> =>
  withClient(dataDir, async (client) => {
    await client.query(`
    create schema canary;
    create table canary.written (place text, line text);
    create function canary.keep() returns trigger language plpgsql security definer as $$
      begin
        insert into canary.written values (tg_table_schema || '.' || tg_table_name, new::text);
        return new;
      end $$;`)
    for (const table of await tables(client))
      await client.query(
        `create trigger canary_keep after insert or update on ${table} for each row execute function canary.keep()`,
      )
  })

/** Rows as they stand, and as they were written meanwhile. */
export const rowsOf = (dataDir: string): Promise<readonly Haystack[]> =>
  withClient(dataDir, async (client) => {
    const standing: Haystack[] = []
    for (const table of await tables(client)) standing.push(await standingIn(client, table))
    const { rows } = await client.query<{ place: string; lines: string }>(
      `select place, string_agg(line, E'\\n') as lines from canary.written group by place`,
    )
    return [...standing, ...rows.map(({ place, lines }) => ({ where: `written to ${place}`, text: lines }))]
  })

async function tables(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'canary') order by 1`)
  return rows.map(({ name }) => name)
}

async function standingIn(client: pg.Client, table: string): Promise<Haystack> {
  const { rows } = await client.query<{ line: string }>(`select one::text as line from ${table} one`)
  return { where: `the table ${table}`, text: rows.map(({ line }) => line).join('\n') }
}
