import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { realClock } from '../../adapters/clock/real-clock.ts'
import { linked } from '../support/accounts.ts'
import { backends } from '../support/backends.ts'
import { outboxForTest } from '../support/outbox.ts'
import { slackAccount } from '../support/tiny-messenger.ts'
import { startTinyPlatform, type TinyPlatform } from '../support/tiny-platform.ts'
import { end, startWorkerProcess } from '../support/worker-process.ts'

const people = ['amy', 'ben', 'cat', 'dan', 'eve', 'fay']

describe.each(backends.filter(({ here }) => here))('a worker that is killed, with its queue on $name', ({ start }) => {
  let t: Awaited<ReturnType<typeof outboxForTest>>
  let backend: Awaited<ReturnType<typeof start>>
  let platform: TinyPlatform

  beforeAll(async () => {
    t = await outboxForTest()
    backend = await start()
    for (const name of people) await linked(t.db, slackAccount(`U-${name}`), name)
  })
  afterAll(async () => {
    await t.drop()
    await backend.stop()
  })
  beforeEach(async () => {
    await t.db.deleteFrom('outbox').execute()
    platform = await startTinyPlatform()
    return () => platform.close()
  })

  const startProcess = (callTimeoutMs?: number) =>
    startWorkerProcess({
      ...{ ...backend.settings, databaseUrl: t.url, platformUrl: platform.url },
      ...(callTimeoutMs !== undefined && { callTimeoutMs }),
    })

  async function allSentOnceAndInOrder(said: ReadonlyMap<string, readonly string[]>): Promise<void> {
    await vi.waitFor(
      async () => {
        const open = t.db.selectFrom('outbox').select('id').where('state', '!=', 'sent')
        expect(await open.execute()).toEqual([])
      },
      { timeout: 90_000, interval: 200 },
    )
    for (const [name, ids] of said)
      expect(platform.posts.filter(({ user }) => user === `U-${name}`).map(({ marker }) => marker)).toEqual(ids)
  }

  it('between the post and our record of it, leaves one message, and it counts as sent', async () => {
    platform.mood = 'silent'
    const id = await t.say({ at: realClock.now() })
    const first = startProcess()
    await vi.waitFor(() => expect(platform.posts).toHaveLength(1), { timeout: 40_000 })
    await end(first, 'SIGKILL')
    expect(await t.stateOf(id)).toBe('sending')

    platform.mood = 'well'
    startProcess()

    await vi.waitFor(async () => expect(await t.stateOf(id)).toBe('sent'), { timeout: 40_000, interval: 100 })
    expect(platform.posts).toHaveLength(1)
    expect(await t.rowOf(id)).toMatchObject({ attempts: 2, message: '0', conversation: 'D-U-amy' })
  }, 120_000)

  it('again and again, while another works on, still sends each message once and in order', async () => {
    const said = new Map<string, string[]>()
    for (let round = 0; round < 12; round++)
      for (const to of people) said.set(to, [...(said.get(to) ?? []), await t.say({ to, at: realClock.now() })])
    platform.delayMs = 80

    startProcess()
    for (let kills = 0; kills < 3; kills++) {
      const doomed = startProcess()
      const before = platform.posts.length
      await vi.waitFor(() => expect(platform.posts.length).toBeGreaterThan(before + 4), { timeout: 40_000 })
      await end(doomed, 'SIGKILL')
    }

    await allSentOnceAndInOrder(said)
  }, 180_000)

  it('is missed within seconds, though what it had in hand is leased for a hundred', async () => {
    platform.mood = 'silent'
    const id = await t.say({ at: realClock.now() })
    const first = startProcess(25_000)
    await vi.waitFor(() => expect(platform.posts).toHaveLength(1), { timeout: 40_000 })
    startProcess(25_000)
    await setTimeout(16_000) // by now it has seen for long enough who lives
    await end(first, 'SIGKILL')
    const killedAt = performance.now()
    platform.mood = 'well'

    await vi.waitFor(async () => expect(await t.stateOf(id)).toBe('sent'), { timeout: 40_000, interval: 100 })
    expect(performance.now() - killedAt).toBeLessThan(20_000)
    expect(platform.posts).toHaveLength(1)
  }, 120_000)

  it('for a time, and wakes after others have taken what it had, posts none of it again', async () => {
    const said = new Map<string, string[]>()
    // enough for both naps: each person's go one after another
    for (let round = 0; round < 40; round++)
      for (const to of people) said.set(to, [...(said.get(to) ?? []), await t.say({ to, at: realClock.now() })])
    platform.delayMs = 1_000
    const sleeps = startProcess(25_000)
    startProcess(25_000)
    for (let naps = 0; naps < 2; naps++) {
      const before = platform.posts.length
      await vi.waitFor(() => expect(platform.posts.length).toBeGreaterThan(before + 4), { timeout: 60_000 })
      sleeps.kill('SIGSTOP')
      await setTimeout(20_000)
      sleeps.kill('SIGCONT')
    }

    await allSentOnceAndInOrder(said)
  }, 240_000)
})
