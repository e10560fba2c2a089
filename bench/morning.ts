/**
 * A morning after a quiet night: what can be sent now, of 10,000 messages that came due since PostgreSQL last counted, beside
 * the same once it has counted them; and wakes that are due at one instant beside as many that are due one after the other, both
 * in the same run: `npm run bench:morning`.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { startLocalPostgres } from '../adapters/postgres/local/start-local-postgres.ts'
import { createOutbox } from '../adapters/postgres/outbox/outbox.ts'
import { openDatabase } from '../adapters/postgres/schema/database.ts'
import { migrate } from '../adapters/postgres/schema/migrate.ts'
import { sealsOf } from '../adapters/postgres/transaction/seals.ts'
import { createStore } from '../adapters/postgres/transaction/store.ts'
import { createVault } from '../adapters/vault/vault.ts'
import { createLog } from '../adapters/telemetry/log.ts'

/** The messages of so many people, some of them in hand and some tried again. */
const [settled, due, people] = [50_000, 10_000, 1_000]
const now = new Date('2026-03-02T09:00:00Z')
const [waiting, rung] = [10_000, 500]
const goal = 1.3

const dataDir = await mkdtemp(join(tmpdir(), 'unstuck-due-'))
const local = await startLocalPostgres({ dataDir, log: createLog('silent') })
try {
  await migrate(local.url)
  const { db, close } = openDatabase(local.url)
  const outbox = createOutbox(db)
  const seals = sealsOf(createVault('ab'.repeat(32), []))
  const store = createStore({ db, seals, committed: () => undefined })
  const rows = (state: string, count: number) =>
    sql`
    insert into outbox (id, key, person, meant_for, subject, subject_id, card, urgent, said_at, not_before, state,
      attempts, lease_until)
    select gen_random_uuid(), ${state} || n, 'p' || n % ${sql.lit(people)}, 'p', 'case', gen_random_uuid()::text, '{}',
      false, ${now}, ${now}, case when ${state} = 'waiting' and n % 20 = 0 then 'sending' else ${state} end, 1,
      case when ${state} = 'waiting' and n % 10 = 0 then ${now}::timestamptz + interval '1 minute' end
    from generate_series(1, ${sql.lit(count)}) n`.execute(db)
  await rows('sent', settled)
  await sql`analyze outbox`.execute(db)
  await rows('waiting', due)
  const uncounted = await fastest(() => outbox.ready(now, 1_000))
  await sql`analyze outbox`.execute(db)
  const counted = await fastest(() => outbox.ready(now, 1_000))
  print('Ready: uncounted', uncounted, 'counted', counted)

  const spread = await ringing('milliseconds')
  const atOnce = await ringing('microseconds') // less than our clocks tell apart
  print(`${rung} of ${waiting} wakes: at one instant`, atOnce, 'spread', spread)
  await close()

  async function ringing(apart: 'milliseconds' | 'microseconds'): Promise<number> {
    await sql`delete from wakes`.execute(db)
    await sql`vacuum analyze wakes`.execute(db)
    const wake = JSON.stringify({ wake: 'handover-check' })
    await sql`
      insert into wakes (key, wake, due) select 'w' || n, ${wake}, date_trunc('milliseconds', ${now}::timestamptz
        - n * ${sql.lit(`1 ${apart}`)}::interval / ${sql.lit(apart === 'milliseconds' ? 1 : waiting)})
      from generate_series(1, ${sql.lit(waiting)}) n`.execute(db)
    const began = performance.now()
    for (let count = 0; count < rung; count++) await store.ringDue(now, () => Promise.resolve())
    return performance.now() - began
  }
} finally {
  await local.stop()
  await rm(dataDir, { recursive: true, force: true })
}

function print(one: string, ms: number, other: string, otherMs: number): void {
  const ratio = ms / otherMs
  console.log(`${one} ${ms.toFixed(0)} ms, ${other} ${otherMs.toFixed(0)} ms.`)
  console.log(`Ratio ${ratio.toFixed(2)} (goal ${goal} at most): ${ratio <= goal ? 'reached' : 'not reached'}.`)
}

async function fastest(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 7; round++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return Math.min(...times)
}
