import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOutbox } from '../../adapters/postgres/outbox/outbox.ts'
import { createProcess } from '../../adapters/postgres/outbox/processes.ts'
import type { Outbox } from '../../src/ports/outbox.ts'
import { after, noon, outboxForTest } from '../support/outbox.ts'
import { slackAccount } from '../support/tiny-messenger.ts'

const leaseMs = 60_000
const times = { deadAfterMs: 400, silentMs: 250 }
const account = slackAccount('U1')
const receipt = { way: 'slack', conversation: 'D1', message: '1.2' } as const

let t: Awaited<ReturnType<typeof outboxForTest>>
beforeAll(async () => {
  t = await outboxForTest()
})
afterAll(() => t.drop())
beforeEach(async () => {
  await t.db.deleteFrom('outbox').execute()
  await t.db.deleteFrom('processes').execute()
})

const startProcess = () => createOutbox(t.db, createProcess(t.db, times))

/** Lives on for longer than a silence after which a process is dead. */
async function livesOn(...processes: readonly Outbox[]): Promise<void> {
  for (let beats = 0; beats < 6; beats++) {
    for (const process of processes) await process.alive()
    await setTimeout(100)
  }
  for (const process of processes) await process.alive()
}

const isReady = async (outbox: Outbox) => (await outbox.ready(noon, 10)).length > 0

describe('what a process has in hand', () => {
  it('is free as soon as it is dead, and may have been posted', async () => {
    const [dies, lives] = [startProcess(), startProcess()]
    const id = await t.say()
    await dies.alive()
    const had = await dies.take(id, noon, leaseMs)
    expect(await isReady(lives)).toBe(false)

    await livesOn(lives)

    expect(await isReady(lives)).toBe(true)
    const taken = await lives.take(id, after(1), leaseMs)
    expect(taken).toMatchObject({ attempts: 2, doubt: { since: noon, copies: 1 } })
    if (had) await dies.sent(had, receipt, noon)
    expect(await t.stateOf(id)).toBe('sending')
    expect(had && (await dies.hold(had, account, noon, leaseMs))).toBe(false)
  })

  it('stays its own while it lives', async () => {
    const [holds, other] = [startProcess(), startProcess()]
    const id = await t.say()
    await holds.take(id, noon, leaseMs)

    await livesOn(holds, other)

    expect(await isReady(other)).toBe(false)
    expect(await other.take(id, noon, leaseMs)).toBeUndefined()
  })

  it('is not judged by one that was silent itself, as all are while the database is away', async () => {
    const [holds, other] = [startProcess(), startProcess()]
    const id = await t.say()
    await livesOn(holds, other)
    await holds.take(id, noon, leaseMs)

    await setTimeout(500)
    await other.alive()

    expect(await isReady(other)).toBe(false)
    expect(await other.take(id, noon, leaseMs)).toBeUndefined()
  })

  it('stays its own when it slept and was not missed: it says that it lives before anything else', async () => {
    const [sleeps, other] = [startProcess(), startProcess()]
    const id = await t.say()
    await sleeps.alive()
    const had = await sleeps.take(id, noon, leaseMs)
    await livesOn(other)

    expect(had && (await sleeps.hold(had, account, noon, leaseMs))).toBe(true)

    expect(await other.take(id, noon, leaseMs)).toBeUndefined()
  })
})

describe('a message that was taken without the process hearing of it', () => {
  it('is taken again by the same process, in no doubt, and that was no attempt', async () => {
    const id = await t.say()
    await t.outbox.take(id, noon, leaseMs)

    expect(await startProcess().take(id, noon, leaseMs, true)).toBeUndefined()
    const taken = await t.outbox.take(id, noon, leaseMs, true)

    expect(taken).toMatchObject({ attempts: 2, waits: 1 })
    expect(taken).not.toHaveProperty('doubt')
    expect(await t.rowOf(id)).toMatchObject({ copies: 0 })
  })

  it('keeps the doubt that it was in before', async () => {
    const id = await t.say()
    const first = await t.outbox.take(id, noon, leaseMs)
    if (first) await t.outbox.postpone(first, after(1), { since: noon, copies: 2, places: [account] })
    await t.outbox.take(id, after(2), leaseMs)

    expect(await t.outbox.take(id, after(2), leaseMs, true)).toMatchObject({ doubt: { since: noon, copies: 2 } })
  })
})
