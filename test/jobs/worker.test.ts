import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Worker, WorkerParts } from '../../jobs/worker.ts'
import type { Log } from '../../src/ports/log.ts'
import type { Messenger } from '../../src/ports/messenger.ts'
import type { Outbox } from '../../src/ports/outbox.ts'
import { linked } from '../support/accounts.ts'
import { backends } from '../support/backends.ts'
import { emptyQueues } from '../support/empty-queues.ts'
import { manualClock } from '../support/manual-clock.ts'
import { after, noon, outboxForTest } from '../support/outbox.ts'
import { silentLog } from '../support/silent-log.ts'
import { slackAccount, tinyMessenger } from '../support/tiny-messenger.ts'
import { retryAfterMs, startTinyPlatform, type TinyPlatform } from '../support/tiny-platform.ts'
import { openQueuesForTest, startWorkerForTest } from '../support/worker.ts'

const people = ['amy', 'ben', 'cat', 'dan', 'eve']
const many = Array.from({ length: 60 }, (_, at) => `many-${at}`)

describe.each(backends.filter(({ here }) => here))(
  'a worker with its queue on $name',
  { timeout: 60_000 },
  ({ start }) => {
    let t: Awaited<ReturnType<typeof outboxForTest>>
    let backend: Awaited<ReturnType<typeof start>>
    let platform: TinyPlatform
    const clock = manualClock('2026-03-02T12:00:00Z')

    beforeAll(async () => {
      t = await outboxForTest()
      backend = await start()
      for (const name of [...people, ...many]) await linked(t.db, slackAccount(`U-${name}`), name)
      await linked(t.db, { ...slackAccount('U-zed'), workspace: 'T2' }, 'zed')
    })
    afterAll(async () => {
      await t.drop()
      await backend.stop()
    })
    beforeEach(async () => {
      clock.moveTo(noon)
      await t.db.deleteFrom('outbox').execute()
      await t.db.deleteFrom('pauses').execute()
      platform = await startTinyPlatform()
      return () => platform.close()
    })

    const world = () => ({ t, clock, platformUrl: platform.url, settings: backend.settings })
    const running = (given: Partial<WorkerParts> = {}): Worker => {
      const worker = startWorkerForTest(world(), given)
      onTestFinished(() => worker.stop())
      return worker
    }
    const open = async () =>
      (await t.db.selectFrom('outbox').select('id').where('state', 'in', ['waiting', 'sending']).execute()).length
    const allGone = () => vi.waitFor(async () => expect(await open()).toBe(0), { timeout: 40_000, interval: 50 })
    const postedTo = (name: string) =>
      platform.posts.filter(({ user }) => user === `U-${name}`).map(({ marker }) => marker)

    async function sayToEverybody(rounds: number): Promise<Record<string, string[]>> {
      const said: Record<string, string[]> = {}
      for (let round = 0; round < rounds; round++)
        for (const to of people) said[to] = [...(said[to] ?? []), await t.say({ to })]
      return said
    }

    function eachGotExactly(said: Record<string, string[]>): void {
      for (const [name, ids] of Object.entries(said)) expect(postedTo(name)).toEqual(ids)
    }

    it('sends everything once, in order for each person', async () => {
      const said = await sayToEverybody(4)

      // No timer rings within the test: each message that is sent lets the next one to its person go.
      running({ everyMs: 600_000 }).poke()
      await allGone()

      eachGotExactly(said)
    })

    it('sends everything once when several workers share the queue and are poked at once', async () => {
      const workers = [running(), running(), running()]
      const said = await sayToEverybody(4)

      for (const worker of workers) worker.poke()
      await allGone()

      eachGotExactly(said)
    })

    it('loses nothing when the queue is emptied', async () => {
      const said = await sayToEverybody(3)
      const queues = openQueuesForTest(world())
      await queues.add(
        Object.values(said).flatMap((ids) =>
          ids.slice(0, 1).map((id) => ({ id: id as never, platform: 'slack', urgent: false })),
        ),
      )
      await emptyQueues({ ...backend.settings, databaseUrl: t.url })
      await queues.close(() => Promise.resolve())

      running()
      const later = await sayToEverybody(3)
      await vi.waitFor(() => expect(platform.posts.length).toBeGreaterThan(5))
      await emptyQueues({ ...backend.settings, databaseUrl: t.url })
      await allGone()

      eachGotExactly(Object.fromEntries(people.map((name) => [name, [...(said[name] ?? []), ...(later[name] ?? [])]])))
    })

    it('is quiet once all that is due was sent, though the queue works on it at the same time', async () => {
      const said = await sayToEverybody(6)
      const held = await t.say({ notBefore: after(60_000) })
      const worker = running()

      worker.poke()
      await worker.untilQuiet()

      expect(await open()).toBe(1)
      eachGotExactly(said)

      clock.pass(60_000)
      await worker.untilQuiet()
      expect(await t.stateOf(held)).toBe('sent')
    })

    it('is quiet only when what the queue has in hand has ended', async () => {
      platform.delayMs = 300
      const worker = running()
      const id = await t.say()
      await vi.waitFor(() => expect(platform.asked()).toBe(1), 10_000)

      await worker.untilQuiet()

      expect(await t.stateOf(id)).toBe('sent')
    })

    it('comes back later when the platform asks for time', async () => {
      platform.mood = 'too-fast'
      const worker = running()
      const id = await t.say()
      await worker.untilQuiet()
      expect(await t.stateOf(id)).toBe('waiting')

      platform.mood = 'well'
      clock.pass(retryAfterMs)
      await allGone()

      expect(platform.posts).toHaveLength(1)
    })

    it('keeps the order when the platform was down for three attempts', async () => {
      platform.mood = 'down'
      const worker = running()
      const said = { amy: [await t.say(), await t.say(), await t.say()] }

      for (const wait of [5_000, 30_000, 120_000]) {
        await worker.untilQuiet()
        clock.pass(wait)
      }
      platform.mood = 'well'
      clock.pass(120_000)
      await worker.untilQuiet()

      eachGotExactly(said)
      expect(await open()).toBe(0)
    })

    it('does not let a platform that hangs hold up the people of another', async () => {
      platform.mood = 'silent'
      for (const to of people) await t.say({ to })
      running({ callTimeoutMs: 8_000 }).poke()
      await vi.waitFor(() => expect(platform.asked()).toBeGreaterThan(0))

      const web = await t.say({ to: 'zoe' })

      await vi.waitFor(async () => expect(await t.stateOf(web)).toBe('on-page'), { timeout: 4_000, interval: 20 })
    })

    it('does not let a workspace that hangs hold up the people of another one', async () => {
      const healthy = await startTinyPlatform()
      onTestFinished(() => healthy.close())
      platform.mood = 'silent'
      for (const to of many) await t.say({ to })
      const [hangs, well] = [tinyMessenger(platform.url), tinyMessenger(healthy.url)]
      const slack: Messenger = {
        ...well,
        post: (to, ...what) => (to.workspace === 'T2' ? well : hangs).post(to, ...what),
      }
      running({ callTimeoutMs: 5_000, messengers: { slack } }).poke()
      await vi.waitFor(() => expect(platform.asked()).toBe(8), { timeout: 10_000 }) // every place of the queue

      const ids = [await t.say({ to: 'zed' }), await t.say({ to: 'zed', urgent: true })]

      const states = () => Promise.all(ids.map((id) => t.stateOf(id)))
      await vi.waitFor(async () => expect(await states()).toEqual(['sent', 'sent']), { timeout: 3_000, interval: 50 })
    })

    it('says of a message which it is that the database could not be told of in time', async () => {
      const failed: unknown[] = []
      const outbox: Outbox = { ...t.outbox, sent: () => Promise.reject(new Error('the database is away')) }
      const log: Log = { ...silentLog, error: (event, _, ids) => void failed.push({ event, ...ids }) }
      const message = await t.say()

      running({ outbox, log, callTimeoutMs: 100 }).poke()

      await vi.waitFor(() => expect(failed).toEqual([{ event: 'delivery-failed', message }]), 10_000)
      expect(platform.posts).toHaveLength(1)
    })

    it('waits for what is in hand when it is stopped', async () => {
      const worker = startWorkerForTest(world())
      await t.say()
      platform.mood = 'silent'
      await vi.waitFor(() => expect(platform.asked()).toBe(1), 10_000)

      await worker.stop()

      expect(await t.db.selectFrom('outbox').select('state').execute()).toEqual([{ state: 'waiting' }])
    })

    it('sends only what is urgent outside working hours', async () => {
      const routine = await t.say()
      const urgent = await t.say({ urgent: true })
      const worker = running({ workingMoment: (at) => (at < after(60_000) ? after(60_000) : at) })

      await worker.untilQuiet()
      expect([await t.stateOf(urgent), await t.stateOf(routine)]).toEqual(['sent', 'waiting'])

      clock.pass(60_000)
      await worker.untilQuiet()
      expect(await t.stateOf(routine)).toBe('sent')
    })

    it('says how the last call to each platform ended, and what is late', async () => {
      platform.mood = 'down'
      const worker = running()
      expect(worker.lastResults()).toEqual([])
      await t.say()

      await worker.untilQuiet()
      expect(worker.lastResults()).toEqual([{ platform: 'slack', ok: false, at: noon }])

      clock.pass(60 * 60_000)
      expect(await worker.late()).toEqual({ messages: 1, wakes: 0 })
    })
  },
)
