import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { realClock } from '../../adapters/clock/real-clock.ts'
import { linked } from '../support/accounts.ts'
import { backends } from '../support/backends.ts'
import { outboxForTest } from '../support/outbox.ts'
import { slackAccount } from '../support/tiny-messenger.ts'
import { startTinyPlatform, type TinyPlatform } from '../support/tiny-platform.ts'
import { startWorkerProcess } from '../support/worker-process.ts'

const people = ['amy', 'ben', 'cat', 'dan']

describe.each(backends.filter(({ here }) => here))('a worker with its queue on $name', ({ start }) => {
  let t: Awaited<ReturnType<typeof outboxForTest>>
  let backend: Awaited<ReturnType<typeof start>>
  let platform: TinyPlatform
  beforeAll(async () => {
    t = await outboxForTest()
    backend = await start()
    platform = await startTinyPlatform()
    for (const name of people) await linked(t.db, slackAccount(`U-${name}`), name)
  })
  afterAll(async () => {
    await platform.close()
    await t.drop()
    await backend.stop()
  })

  /** As a restart of PostgreSQL does. */
  const cutConnections = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(t.db)

  it('that loses its connections to the database goes on, and sends each message once', async () => {
    platform.delayMs = 60
    const said: string[] = []
    for (let round = 0; round < 10; round++)
      for (const to of people) said.push(await t.say({ to, at: realClock.now() }))
    const worker = startWorkerProcess({
      ...backend.settings,
      databaseUrl: t.url,
      platformUrl: platform.url,
      callTimeoutMs: 25_000,
    })

    for (const sent of [5, 15, 25]) {
      await vi.waitFor(() => expect(platform.posts.length).toBeGreaterThan(sent), { timeout: 60_000 })
      await cutConnections()
    }

    await vi.waitFor(
      async () => {
        const open = t.db.selectFrom('outbox').select('id').where('state', '!=', 'sent')
        expect(await open.execute()).toEqual([])
      },
      { timeout: 40_000, interval: 200 },
    )
    expect(platform.posts.map(({ marker }) => marker).toSorted()).toEqual(said.toSorted())
    expect(worker.exitCode).toBeNull()
  }, 120_000)
})
