import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createAccounts } from '../../adapters/postgres/accounts/accounts.ts'
import { createCircuits } from '../../jobs/circuits.ts'
import { createDeliver, type Deliver, type DeliverParts } from '../../jobs/deliver.ts'
import { hashOfCard } from '../../jobs/hash-of-card.ts'
import { sendableMessages } from '../../jobs/sendable.ts'
import { createFindPlace, type FindPlaceParts } from '../../jobs/place.ts'
import type { Card } from '../../src/display/card.ts'
import type { MessageId } from '../../src/ids.ts'
import type { Outbox } from '../../src/ports/outbox.ts'
import { linked } from '../support/accounts.ts'
import { manualClock } from '../support/manual-clock.ts'
import { after, noon, outboxForTest } from '../support/outbox.ts'
import { silentLog } from '../support/silent-log.ts'
import { slackAccount, tinyMessenger } from '../support/tiny-messenger.ts'
import { retryAfterMs, startTinyPlatform, type TinyPlatform } from '../support/tiny-platform.ts'

const callTimeoutMs = 500
const leaseMs = 3 * callTimeoutMs

let t: Awaited<ReturnType<typeof outboxForTest>>
let platform: TinyPlatform
const clock = manualClock('2026-03-02T12:00:00Z')

beforeAll(async () => {
  t = await outboxForTest()
})
afterAll(() => t.drop())
beforeEach(async () => {
  clock.moveTo(noon)
  platform = await startTinyPlatform()
  await t.db.deleteFrom('outbox').execute()
  await t.db.deleteFrom('pauses').execute()
  await t.db.deleteFrom('accounts').execute()
  await linked(t.db, slackAccount('U-amy'), 'amy')
  return () => platform.close()
})

const places = (given: Partial<FindPlaceParts>) =>
  createFindPlace({
    accounts: createAccounts(t.db, clock),
    stillHolds: () => true,
    messengers: {},
    pages: false,
    ...given,
  })

function deliverer(given: Partial<DeliverParts> = {}): Deliver {
  const messengers = { slack: tinyMessenger(platform.url) }
  return createDeliver({
    outbox: t.outbox,
    placeOf: places({ messengers }),
    circuits: createCircuits(clock),
    tellUndelivered: () => Promise.resolve(),
    tellAtFault: () => Promise.resolve(),
    closeAccount: () => Promise.resolve(),
    stillTrue: () => Promise.resolve(true),
    workingMoment: (at) => at,
    clock,
    log: silentLog,
    callTimeoutMs,
    ...given,
  })
}

/** Takes the lease as a process does that dies before it has written how its call ended. */
const dieWhileSending = (id: MessageId) => t.outbox.take(id, clock.now(), leaseMs)

describe('a message', () => {
  it('goes to the account that its person used last, and keeps the receipt', async () => {
    const id = await t.say()

    expect(await deliverer().deliver(id)).toBe(true)

    expect(platform.posts).toEqual([{ user: 'U-amy', marker: id, title: 'Card said-1', lines: 1 }])
    expect(await t.rowOf(id)).toMatchObject({
      state: 'sent',
      platform: 'slack',
      conversation: 'D-U-amy',
      message: '0',
      settled_at: noon,
    })
    expect(await deliverer().deliver(id)).toBe(false)
  })

  it('is posted as it stands where something has become of it, and what it looked like is kept', async () => {
    const [settled, plain] = [await t.say(), await t.say({ to: 'ben' })]
    await linked(t.db, slackAccount('U-ben'), 'ben')
    const fact = { fact: { fact: 'case-closed', case: settled }, at: noon.toISOString() }
    const noted = { settled: JSON.stringify({ [`open-case:${settled}`]: fact }) }
    await t.db.updateTable('outbox').set(noted).where('id', '=', settled).execute()
    const standing: Card = { kind: 'card', title: 'As it stands', body: [], buttons: [] }
    const { deliver } = deliverer({ asItStands: () => Promise.resolve(standing) })
    await deliver(settled)
    await deliver(plain)

    expect(platform.posts.map(({ title }) => title)).toEqual(['As it stands', expect.stringMatching(/^Card said-/)])
    expect(await t.rowOf(settled)).toMatchObject({ state: 'sent', drawn: hashOfCard(standing) })
    expect(await t.rowOf(plain)).toMatchObject({ state: 'sent', drawn: null })
  })

  it('finds somebody who has never used the bot', async () => {
    const id = await t.say({ to: 'ben' })
    const slack = tinyMessenger(platform.url, (who) => Promise.resolve(slackAccount(`U-${who}`)))

    await deliverer({ placeOf: places({ messengers: { slack } }) }).deliver(id)

    expect(platform.posts).toMatchObject([{ user: 'U-ben', marker: id }])
    expect(await t.rowOf(id)).toMatchObject({ state: 'sent', platform: 'slack' })
  })

  it('goes by mail once its account was lost, though it waited for the chat', async () => {
    platform.mood = 'down'
    const id = await t.say()
    const browser = { platform: 'web', workspace: 'web', user: 'amy' } as const
    const messengers = {
      slack: tinyMessenger(platform.url),
      email: tinyMessenger(platform.url, () => Promise.resolve(browser)),
    }
    const { deliver } = deliverer({ placeOf: places({ messengers }) })
    await deliver(id)
    expect(await t.stateOf(id)).toBe('waiting')

    await t.db.updateTable('accounts').set({ unreachable_since: clock.now() }).execute()
    platform.mood = 'well'
    clock.pass(5_000)
    await deliver(id)

    expect(platform.posts).toMatchObject([{ user: 'amy', marker: id }])
  })

  it('to somebody who is on no platform is undeliverable, and never passes for sent', async () => {
    const id = await t.say({ to: 'ben' })

    await deliverer().deliver(id)

    expect(platform.asked()).toBe(0)
    expect(await t.rowOf(id)).toMatchObject({ state: 'undeliverable', code: 'no-account', platform: null })
  })

  it('is leased for a call each of finding, looking and posting and for the database, and again right before it goes', async () => {
    const id = await t.say()
    const until: (Date | null)[] = []
    const note = async () => until.push((await t.rowOf(id)).lease_until)
    const slack = tinyMessenger(platform.url)
    const looking: typeof slack = {
      ...slack,
      async post(...given) {
        await note()
        return slack.post(...given)
      },
    }
    const find = places({ messengers: { slack: looking } })

    await deliverer({
      async placeOf(to) {
        await note()
        return find(to)
      },
    }).deliver(id)

    expect(until).toEqual([after(4 * callTimeoutMs), after(2 * callTimeoutMs)])
  })

  it('waits while nobody can say whether its person is on the platform', async () => {
    const id = await t.say({ to: 'ben' })
    const slack = tinyMessenger(platform.url, () => Promise.reject(new Error('the platform is away')))

    await deliverer({ placeOf: places({ messengers: { slack } }) }).deliver(id)
    expect(await t.stateOf(id)).toBe('waiting')

    clock.pass(5_000)
    await deliverer().deliver(id)
    expect(await t.stateOf(id)).toBe('undeliverable')
  })

  it('waits in the browser, where there are pages, for somebody who has no chat', async () => {
    const id = await t.say({ to: 'ben' })
    const messengers = { slack: tinyMessenger(platform.url) }

    await deliverer({ placeOf: places({ messengers, pages: true }) }).deliver(id)

    expect(platform.asked()).toBe(0)
    expect(await t.rowOf(id)).toMatchObject({ state: 'on-page', platform: 'web', conversation: 'web', message: id })
  })

  it('is noted before it lies on a page of which nothing tells, and told at once where it is urgent', async () => {
    const told: string[] = []
    const { deliver } = deliverer({
      placeOf: places({ pages: true }),
      async noteUnannounced({ id, to }) {
        told.push(`${to} ${await t.stateOf(id)}`)
      },
      tellUndelivered: ({ to }, code) => Promise.resolve(void told.push(`${to} ${code}`)),
    })

    await deliver(await t.say())
    expect(told).toEqual(['amy sending'])
    await deliver(await t.say({ urgent: true }))
    expect(told.slice(1)).toEqual(['amy sending', 'amy unannounced'])
  })

  it('waits in the browser while its platform is off, and in the outbox where there are no pages', async () => {
    const id = await t.say()

    await deliverer({ placeOf: places({}) }).deliver(id)
    expect(await t.stateOf(id)).toBe('waiting')

    clock.pass(5_000)
    await deliverer({ placeOf: places({ pages: true }) }).deliver(id)
    expect(await t.rowOf(id)).toMatchObject({ state: 'on-page', platform: 'web' })
  })

  it('that is no longer true is withdrawn', async () => {
    const id = await t.say()

    await deliverer({ stillTrue: (message) => Promise.resolve(message.id !== id) }).deliver(id)

    expect(platform.asked()).toBe(0)
    expect(await t.stateOf(id)).toBe('withdrawn')
  })

  it('that the platform will never take is undeliverable, with its code', async () => {
    platform.mood = 'gone'
    const id = await t.say()

    const told: string[] = []

    await deliverer({
      async tellUndelivered({ id: of }, code) {
        told.push(`${of} ${code} ${await t.stateOf(of)}`)
      },
    }).deliver(id)

    expect(told).toEqual([`${id} account_inactive sending`])
    expect(await t.rowOf(id)).toMatchObject({ state: 'undeliverable', code: 'account_inactive' })
    expect(await t.outbox.undeliverableSince(noon)).toBe(1)
    expect(await t.outbox.undeliverableSince(after(1))).toBe(0)
  })

  it('is posted once by two who try at the same time', async () => {
    const id = await t.say()
    const [one, two] = [deliverer(), deliverer()]

    const worked = await Promise.all([one.deliver(id), two.deliver(id), one.deliver(id)])

    expect(worked.filter(Boolean)).toHaveLength(1)
    expect(platform.posts).toHaveLength(1)
  })
})

describe('a message that waited in the queue until after closing', () => {
  const opening = after(16 * 3_600_000)

  it('waits for the morning', async () => {
    const id = await t.say()

    await deliverer({ workingMoment: () => opening }).deliver(id)

    expect(platform.asked()).toBe(0)
    expect(await t.rowOf(id)).toMatchObject({ state: 'waiting', lease_until: opening })
  })

  it('goes at once when it is urgent', async () => {
    const id = await t.say({ urgent: true })

    await deliverer({ workingMoment: () => opening }).deliver(id)

    expect(await t.stateOf(id)).toBe('sent')
  })
})

describe('a message that could not be posted', () => {
  it('waits as long as the platform asks', async () => {
    platform.mood = 'too-fast'
    const id = await t.say()
    const { deliver } = deliverer()

    await deliver(id)
    platform.mood = 'well'
    clock.pass(retryAfterMs - 1)
    expect(await deliver(id)).toBe(false)
    clock.pass(1)
    await deliver(id)

    expect(await t.rowOf(id)).toMatchObject({ state: 'sent', attempts: 2 })
    expect(platform.posts).toHaveLength(1)
  })

  it.each([
    ['routine', false, [5, 30, 120, 600, 1800, 1800]],
    ['urgent', true, [5, 30, 60, 60, 60, 60]],
  ])('is tried again later each time where it alone fails, when it is %s', async (_, urgent, seconds) => {
    platform.mood = 'down'
    const id = await t.say({ urgent })
    const circuits = createCircuits(clock)
    const { deliver } = deliverer({ circuits })

    for (const wait of seconds) {
      expect(await deliver(id)).toBe(true)
      circuits.succeeded(slackAccount('U-ben'))
      clock.pass(wait * 1_000 - 1)
      expect(await deliver(id)).toBe(false)
      clock.pass(1)
    }
    platform.mood = 'well'
    await deliver(id)

    expect(await t.stateOf(id)).toBe('sent')
    expect(platform.posts).toHaveLength(1)
  })

  it('is tried again within half a minute where its whole workspace fails, which says nothing of the message', async () => {
    platform.mood = 'down'
    const id = await t.say()
    const { deliver } = deliverer()
    for (const wait of [5, 30, 30, 30, 30, 30, 30]) {
      await deliver(id)
      clock.pass(wait * 1_000)
    }
    expect(await t.rowOf(id)).toMatchObject({ state: 'waiting', attempts: 7, waits: 5 })

    const next = await t.say()
    await deliver(id)
    expect(await t.outbox.ready(clock.now(), 10)).toEqual([]) // the next one still waits for it
    platform.mood = 'well'
    clock.pass(30_000)
    await deliver(id)
    await deliver(next)

    expect(platform.posts.map(({ marker }) => marker)).toEqual([id, next])
  })

  it('is settled once the database is back, whatever was just asked of it', async () => {
    const away = new Map<string, number>()
    const once = (what: string) => {
      if (away.has(what)) return
      away.set(what, 1)
      throw new Error('Connection terminated unexpectedly')
    }
    const outbox: Outbox = {
      ...t.outbox,
      async take(...given) {
        const taken = await t.outbox.take(...given)
        once('take') // it was taken; the answer is lost
        return taken
      },
      async sent(...given) {
        once('sent')
        await t.outbox.sent(...given)
        once('sent and heard')
      },
    }
    const id = await t.say()

    await deliverer({ outbox }).deliver(id)

    expect([...away.keys()]).toEqual(['take', 'sent', 'sent and heard'])
    expect(await t.rowOf(id)).toMatchObject({ state: 'sent', attempts: 2, waits: 1, copies: 1 })
    expect(platform.posts).toEqual([expect.objectContaining({ marker: id, lines: 1 })])
  })

  it('is not posted where the answer about its lease came so late that another process may have it', async () => {
    const id = await t.say()
    const slept = 3_001
    const outbox: Outbox = {
      ...t.outbox,
      async hold(...given) {
        const held = await t.outbox.hold(...given)
        const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + slept)
        onTestFinished(() => now.mockRestore())
        return held
      },
    }

    await deliverer({ outbox }).deliver(id)

    expect(platform.asked()).toBe(0)
    expect(await t.stateOf(id)).toBe('waiting')
  })

  it('is told to wait once for its whole workspace, in every process, and neither is an attempt', async () => {
    platform.mood = 'too-fast'
    await linked(t.db, slackAccount('U-ben'), 'ben')
    const [first, second, urgent] = [await t.say(), await t.say({ to: 'ben' }), await t.say({ urgent: true })]
    const here = deliverer()
    const [circuitsThere, messengers] = [createCircuits(clock), { slack: tinyMessenger(platform.url) }]
    const there = deliverer({ circuits: circuitsThere })

    for (const id of [first, second, urgent]) await here.deliver(id)
    await linked(t.db, slackAccount('U-cat'), 'cat')
    const said = await t.say({ to: 'cat', urgent: true })
    const at = { outbox: t.outbox, messengers, circuits: circuitsThere, workingMoment: (moment: Date) => moment, clock }
    expect(await sendableMessages(at)()).toEqual([])
    clock.pass(retryAfterMs - 1)
    for (const id of [first, second, urgent, said]) await there.deliver(id)
    expect(platform.asked()).toBe(1)

    platform.mood = 'well'
    clock.pass(1)
    for (const id of [first, second, urgent, said]) await there.deliver(id)
    expect(platform.posts).toHaveLength(4)
    expect(await t.rowOf(second)).toMatchObject({ attempts: 2, waits: 1 })
  })

  it('is tried again when nobody can say whether it is still true', async () => {
    const id = await t.say()

    await deliverer({ stillTrue: () => Promise.reject(new Error('the database is away')) }).deliver(id)
    expect(await t.stateOf(id)).toBe('waiting')

    clock.pass(5_000)
    await deliverer().deliver(id)
    expect(await t.stateOf(id)).toBe('sent')
  })
})

describe('an attempt of which nobody knows how it ended', () => {
  it.each(['silent', 'lost-answer'] as const)('is looked up when the platform was %s', async (mood) => {
    platform.mood = mood
    const id = await t.say()
    const { deliver } = deliverer()

    await deliver(id)
    expect(await t.stateOf(id)).toBe('waiting')
    platform.mood = 'well'
    clock.pass(5_000)
    await deliver(id)

    expect(await t.rowOf(id)).toMatchObject({ state: 'sent', message: '0' })
    expect(platform.posts).toHaveLength(1)
  })

  it('is looked up after a process that died, and posted when it never arrived', async () => {
    const id = await t.say()
    await dieWhileSending(id)
    clock.pass(leaseMs)

    await deliverer().deliver(id)

    expect(await t.rowOf(id)).toMatchObject({ state: 'sent', attempts: 2 })
    expect(platform.posts).toHaveLength(1)
  })

  it('stays in doubt while the platform cannot be asked, and is not posted meanwhile', async () => {
    platform.mood = 'lost-answer'
    const id = await t.say()
    const { deliver } = deliverer()
    await deliver(id)

    platform.mood = 'down'
    clock.pass(5_000)
    await deliver(id)
    clock.pass(30_000)
    await deliver(id)
    expect(platform.asked()).toBe(1)

    platform.mood = 'well'
    clock.pass(120_000)
    await deliver(id)
    expect(await t.rowOf(id)).toMatchObject({ state: 'sent', message: '0' })
    expect(platform.posts).toHaveLength(1)
  })

  it('is sent again, saying so, on a platform that cannot tell', async () => {
    platform.knows = false
    const id = await t.say()
    await dieWhileSending(id)
    clock.pass(leaseMs)

    await deliverer().deliver(id)

    expect(await t.rowOf(id)).toMatchObject({ state: 'unsure', copies: 2, message: '0' })
    expect(platform.posts).toMatchObject([{ marker: id, lines: 2 }])
  })

  it('is recorded as unsure, with the number of copies, when its marked repeat landed unseen as well', async () => {
    platform.mood = 'lost-answer'
    platform.knows = false
    const id = await t.say()
    const { deliver } = deliverer()
    await deliver(id)
    expect(await t.rowOf(id)).toMatchObject({ state: 'waiting', copies: 1 })
    clock.pass(5_000)
    await deliver(id)
    expect(await t.rowOf(id)).toMatchObject({ state: 'waiting', copies: 2 })

    platform.mood = 'well'
    platform.knows = true
    clock.pass(30_000)
    await deliver(id)

    expect(platform.posts).toMatchObject([{ lines: 1 }, { lines: 2 }])
    expect(await t.rowOf(id)).toMatchObject({ state: 'unsure', copies: 2, message: '0' })
  })

  it('counts each copy that may have been seen, also where the message is no longer true or never arrives', async () => {
    platform.mood = 'lost-answer'
    platform.knows = false
    const [untrue, lost] = [await t.say(), await t.say()]
    for (const id of [untrue, lost]) await deliverer().deliver(id)
    clock.pass(5_000)

    await deliverer({ stillTrue: () => Promise.resolve(false) }).deliver(untrue)
    platform.mood = 'gone'
    await deliverer().deliver(lost)

    expect(await t.rowOf(untrue)).toMatchObject({ state: 'withdrawn', copies: 1 })
    expect(await t.rowOf(lost)).toMatchObject({ state: 'undeliverable', copies: 1 })
  })

  it('counts one copy where a look-up proves the only attempt, and none where it rules it out', async () => {
    platform.mood = 'lost-answer'
    const [found, missing] = [await t.say(), await t.say()]
    await deliverer().deliver(found)
    await dieWhileSending(missing)
    platform.mood = 'well'
    clock.pass(5_000)
    await deliverer().deliver(found)
    platform.mood = 'gone'
    await deliverer().deliver(missing)

    expect(await t.rowOf(found)).toMatchObject({ state: 'sent', copies: 1 })
    expect(await t.rowOf(missing)).toMatchObject({ state: 'undeliverable', copies: 0 })
  })

  it('is marked where its person has moved to another account since: a look-up there says nothing of the first', async () => {
    platform.mood = 'lost-answer'
    const id = await t.say()
    await deliverer().deliver(id)
    await linked(t.db, slackAccount('U-amy-too'), 'amy', { at: after(60_000) })
    const slack = tinyMessenger(platform.url)
    const elsewhere = { ...slack, find: () => Promise.resolve('no' as const) }
    platform.mood = 'well'
    clock.pass(5_000)

    await deliverer({ placeOf: places({ messengers: { slack: elsewhere } }) }).deliver(id)

    expect(platform.posts).toMatchObject([
      { user: 'U-amy', lines: 1 },
      { user: 'U-amy-too', lines: 2 },
    ])
    expect(await t.rowOf(id)).toMatchObject({ state: 'unsure', copies: 2 })
  })

  it('is not posted by a process whose lease was taken over while it was away', async () => {
    const id = await t.say()
    const suspended = deliverer({
      async stillTrue() {
        clock.pass(4 * callTimeoutMs)
        await t.outbox.take(id, clock.now(), leaseMs)
        clock.moveTo(noon) // it has not noticed
        return true
      },
    })

    await suspended.deliver(id)

    expect(platform.asked()).toBe(0)
  })

  it('is not withdrawn when it had arrived', async () => {
    platform.mood = 'lost-answer'
    const id = await t.say()
    await deliverer().deliver(id)
    platform.mood = 'well'
    clock.pass(5_000)

    await deliverer({ stillTrue: () => Promise.resolve(false) }).deliver(id)

    expect(await t.stateOf(id)).toBe('sent')
  })
})
