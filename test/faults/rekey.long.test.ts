import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { childrenStore } from '../../adapters/postgres/rooms/children.ts'
import { openDatabase, type Opened } from '../../adapters/postgres/schema/database.ts'
import { countKeys } from '../../adapters/postgres/keys/count-keys.ts'
import { opensDatabase } from '../../adapters/postgres/keys/first-hashing-key.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createVault, firstHashingKey } from '../../adapters/vault/vault.ts'
import { byIdentifier } from '../support/children.ts'
import { toRun } from '../support/compiled.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { identifierOf, openValues, sealValues } from '../support/sealed-values.ts'
import { end } from '../support/worker-process.ts'
import { wrappedBefore } from '../support/wrapped-before.ts'

const [old, today] = ['0d'.repeat(32), '7e'.repeat(32)]
const [children, cases] = [1_000, 280]
const onlyToday = createVault(today)

describe('an exchange of the secret key under load', () => {
  let database: TestDatabase
  let opened: Opened
  beforeAll(async () => {
    database = await freshDatabase()
    opened = openDatabase(database.url, 4)
  })
  afterAll(async () => {
    await opened.close()
    await database.drop()
  })

  function start(file: string, env: Record<string, string>) {
    const child = spawn(process.execPath, toRun(file), {
      env: { PATH: process.env['PATH'], DATABASE_URL: database.url, CHILDREN: String(children), ...env },
    })
    onTestFinished(() => end(child, 'SIGKILL'))
    return { child, out: text(child.stdout), err: text(child.stderr) }
  }

  const rekey = () => start('bin/programs/rekey.ts', { SECRET_KEY: today, SECRET_KEYS_OLD: old })
  const load = (own: string, other: string) =>
    start('test/faults/rekey-load-process.ts', { SECRET_KEY: own, SECRET_KEYS_OLD: other })

  async function ended({ child, out, err }: ReturnType<typeof start>) {
    if (child.exitCode === null) await once(child, 'exit')
    return { code: child.exitCode, out: await out, err: await err }
  }

  async function report(process: ReturnType<typeof start>) {
    await end(process.child, 'SIGTERM')
    const { out, err } = await ended(process)
    expect(err).toBe('')
    return JSON.parse(out) as { looks: number; reads: number; raised: number; wrong: string[] }
  }

  const count = async (where: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from children where ${where}`.execute(
      opened.db,
    )
    return rows[0]?.n ?? 0
  }
  const wrapped = () => count(sql`substring(key from 1 for 9) = ${onlyToday.mark}`)
  const hashed = () => count(sql`identifier_hash like '2:%'`)

  async function killedOnce(some: () => Promise<number>): Promise<void> {
    const { child } = rekey()
    await vi.waitFor(async () => expect(await some()).toBeGreaterThan(0), { timeout: 60_000, interval: 10 })
    await end(child, 'SIGKILL')
    expect(await some()).toBeLessThan(children)
  }

  it('killed twice and resumed, loses none of 5,000 values and leaves none under the old key', async () => {
    const { db } = opened
    const secretKey = (key: string) => ({ vault: createVault(key), hashingKey: firstHashingKey(key) })
    const stillOld = createVault(old, [today])
    const loads = [load(old, today), load(today, old)] as const
    await sealValues(db, stillOld, { children, cases, newKey: () => wrappedBefore(old) })
    expect(await opensDatabase(db, stillOld, secretKey(old), [secretKey(today)])).toBe(true)
    const before = await openValues(db, stillOld)
    const values = [...before.values()].reduce((sum, opened) => sum + opened.length, 0)
    expect(values).toBeGreaterThanOrEqual(5_000)
    // Slow enough that there is a middle.
    await sql`
      create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.001); return new; end $$;
      create trigger slowly before update on children for each row execute function slowly()`.execute(db)

    for (const { child } of loads) child.stdin.write('begin')
    await killedOnce(wrapped)
    const stopped = await report(loads[0])
    await killedOnce(hashed)
    const between = await countKeys(db, onlyToday)
    await sql`drop trigger slowly on children`.execute(db)
    const finished = await ended(rekey())
    const worked = await report(loads[1])

    expect(Math.min(between.hashed, between.hashedLeft, between.keysLeft)).toBeGreaterThan(0)
    expect(finished).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Nothing is left') as string })
    expect([stopped.wrong, worked.wrong]).toEqual([[], []])
    for (const { looks, reads, raised } of [stopped, worked]) expect(Math.min(looks, reads, raised)).toBeGreaterThan(0)

    const after = await openValues(db, onlyToday)
    for (const [place, words] of before) {
      const left = new Set(after.get(place))
      expect(words.filter((one) => !left.has(one))).toEqual([])
    }
    const raised = stopped.raised + worked.raised
    expect(after.get('raisings.words')).toHaveLength(cases + raised)
    expect(await db.selectFrom('raisings').select('id').where('case_id', 'is', null).execute()).toEqual([])

    expect(await countKeys(db, onlyToday)).toMatchObject({ keysLeft: 0, unopened: 0, hashed: children, hashedLeft: 0 })
    expect(await keysNotMarked()).toBe(0)
    const found = childrenStore(db, sealsOf(onlyToday))
    const identifiers = Array.from({ length: children }, (_, n) => identifierOf(n))
    const looks = identifiers.map(async (one) => (await byIdentifier(found, one))?.identifier.reveal())
    expect(await Promise.all(looks)).toEqual(identifiers)
    expect(await count(sql`true`)).toBe(children)
  }, 120_000)

  /** By the database's own account of its columns, not by our list. */
  async function keysNotMarked(): Promise<number> {
    const { rows } = await sql<{ table_name: string }>`
      select table_name from information_schema.columns
      where table_schema = 'public' and column_name = 'key' and data_type = 'bytea'`.execute(opened.db)
    expect(rows.length).toBeGreaterThan(5)
    const counts = rows.map(async ({ table_name }) => {
      const found = await sql<{ n: number }>`
        select count(*)::integer as n from ${sql.table(table_name)}
        where substring(key from 1 for 9) <> ${onlyToday.mark}`.execute(opened.db)
      return found.rows[0]?.n ?? 0
    })
    return (await Promise.all(counts)).reduce((sum, n) => sum + n, 0)
  }
})
