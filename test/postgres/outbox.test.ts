import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TakenMessage } from '../../src/ports/outbox.ts'
import { baseTx } from '../../adapters/postgres/transaction/transaction.ts'
import { CaseId, type MessageId } from '../../src/ids.ts'
import { linked } from '../support/accounts.ts'
import { after, noon, outboxForTest, person } from '../support/outbox.ts'
import { slackAccount } from '../support/tiny-messenger.ts'

const leaseMs = 60_000
const minute = 60_000
const receipt = { way: 'slack', conversation: 'D1', message: '1.2' } as const
const kept = { platform: 'slack', conversation: 'D1', message: '1.2' }

let t: Awaited<ReturnType<typeof outboxForTest>>
beforeAll(async () => {
  t = await outboxForTest()
})
afterAll(() => t.drop())
beforeEach(async () => {
  await t.db.deleteFrom('outbox').execute()
  await t.db.deleteFrom('accounts').execute()
})

const readyAt = async (at: Date, limit = 100) => (await t.outbox.ready(at, limit)).map(({ id }) => id)

async function taken(id: MessageId, at = noon): Promise<TakenMessage> {
  const message = await t.outbox.take(id, at, leaseMs)
  if (!message) throw new Error('it could not be taken')
  return message
}

it('has reached the person whom it was meant for when their deputy has it', async () => {
  const about = { subject: 'case', id: CaseId.parse('0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a01') } as const
  const id = await t.say({ to: 'ben', meantFor: person('amy'), about })
  const tx = baseTx(t.db, { at: noon })
  expect(await tx.deliveredAt(about, person('amy'))).toBeUndefined()

  await t.outbox.sent(await taken(id), receipt, after(minute))

  expect(await tx.deliveredAt(about, person('amy'))).toEqual(after(minute))
  expect(await tx.deliveredAt(about, person('ben'))).toBeUndefined()
})

describe('what is ready', () => {
  it('is nothing before its time', async () => {
    await t.say({ notBefore: after(minute) })

    expect(await readyAt(noon)).toEqual([])
    expect(await readyAt(after(minute))).toHaveLength(1)
  })

  it('is one message for each person, in the order in which they were said', async () => {
    const first = await t.say({ to: 'amy' })
    const second = await t.say({ to: 'amy' })
    const other = await t.say({ to: 'ben' })

    expect(await readyAt(noon)).toEqual([first, other])

    await t.outbox.sent(await taken(first), receipt, noon)
    expect(await readyAt(noon)).toEqual([second, other])
  })

  it('goes to the account that its person prefers or used last, of those that can be reached', async () => {
    const users = ['U-old', 'U-new', 'U-lost', 'U-removed']
    for (const [count, user] of users.entries()) await linked(t.db, slackAccount(user), 'amy', { at: after(count) })
    const change = (user: string) => t.db.updateTable('accounts').where('account_user', '=', user)
    await change('U-lost').set({ unreachable_since: noon }).execute()
    await change('U-removed').set({ removed_at: noon }).execute()
    await t.say({ to: 'amy' })
    const goesTo = async () => (await t.outbox.ready(noon, 1)).map(({ account }) => account?.user)

    expect(await goesTo()).toEqual(['U-new'])
    await change('U-old').set({ preferred: true }).execute()
    expect(await goesTo()).toEqual(['U-old'])
  })

  it('is what is urgent first, though something routine was said before it', async () => {
    const routine = await t.say({ to: 'amy' })
    const other = await t.say({ to: 'ben' })
    const urgent = await t.say({ to: 'amy', urgent: true })

    expect(await t.outbox.ready(noon, 1)).toEqual([{ id: urgent, to: 'amy', urgent: true }])

    await t.outbox.sent(await taken(urgent), receipt, noon)
    expect(await readyAt(noon)).toEqual([routine, other])
  })

  it('waits for a message to the same person that is being sent', async () => {
    await taken(await t.say({ to: 'amy' }))
    await t.say({ to: 'amy' })
    const other = await t.say({ to: 'ben' })

    expect(await readyAt(noon)).toEqual([other])
  })

  it('is what is urgent even while something routine is being sent to the same person', async () => {
    await taken(await t.say())
    const urgent = await t.say({ urgent: true })

    expect(await readyAt(noon)).toEqual([urgent])
  })

  it('is not held up by what waits for the morning', async () => {
    await t.say({ to: 'amy', notBefore: after(600 * minute) })
    const later = await t.say({ to: 'amy' })

    expect(await readyAt(noon)).toEqual([later])
  })

  it('waits for an earlier message to the same person that is tried again, and for nobody else', async () => {
    const first = await t.say({ to: 'amy' })
    await t.say({ to: 'amy' })
    const other = await t.say({ to: 'ben' })
    await t.outbox.postpone(await taken(first), after(5_000))

    expect(await readyAt(noon)).toEqual([other])
    expect(await readyAt(after(5_000))).toEqual([first, other])
  })

  it('does not wait for ever for a message that can never go', async () => {
    const first = await t.say()
    const second = await t.say()
    for (let attempt = 1; attempt <= 6; attempt++) {
      expect(await readyAt(noon)).not.toContain(second)
      await t.outbox.postpone(await taken(first), attempt < 6 ? noon : after(30 * minute))
    }

    expect(await readyAt(noon)).toEqual([second])
  })
})

describe('a lease', () => {
  it('is given to one of many who ask at the same time', async () => {
    const id = await t.say()

    const asked = await Promise.all(Array.from({ length: 12 }, () => t.outbox.take(id, noon, leaseMs)))

    expect(asked.filter(Boolean)).toHaveLength(1)
    expect(asked.find(Boolean)).toMatchObject({ id, to: 'amy', attempts: 1, urgent: false, saidAt: noon })
    expect(asked.find(Boolean)).not.toHaveProperty('doubt')
  })

  it('can be taken again once it has lapsed, and then says since when the message may have been posted', async () => {
    const id = await t.say()
    await taken(id)

    expect(await t.outbox.take(id, after(leaseMs - 1), leaseMs)).toBeUndefined()
    expect(await readyAt(after(leaseMs - 1))).toEqual([])
    expect(await readyAt(after(leaseMs))).toEqual([id])
    expect(await taken(id, after(leaseMs))).toMatchObject({
      attempts: 2,
      doubt: { since: noon, copies: 1, places: [] },
    })
    expect(await taken(id, after(2 * leaseMs))).toMatchObject({
      attempts: 3,
      doubt: { since: noon, copies: 2, places: [] },
    })
  })

  it('that has lapsed and was taken by somebody else no longer decides anything', async () => {
    const id = await t.say()
    const slow = await taken(id)
    const quick = await taken(id, after(leaseMs))

    await t.outbox.postpone(slow, after(0))
    await t.outbox.undeliverable(slow, 'gone', after(leaseMs))
    expect(await t.stateOf(id)).toBe('sending')

    await t.outbox.sent(quick, receipt, after(leaseMs))
    expect(await t.stateOf(id)).toBe('sent')
  })

  it.each<[string, (taken: TakenMessage) => Promise<void>, object]>([
    ['sent', (m) => t.outbox.sent(m, receipt, noon), { state: 'sent', settled_at: noon, copies: 1, ...kept }],
    [
      'on a page',
      (m) => t.outbox.onPage(m, receipt, noon, 2),
      { state: 'on-page', settled_at: noon, copies: 2, ...kept },
    ],
    ['unsure', (m) => t.outbox.unsure(m, receipt, noon, 3), { state: 'unsure', settled_at: noon, copies: 3, ...kept }],
    [
      'undeliverable',
      (m) => t.outbox.undeliverable(m, 'gone', noon, 1),
      { state: 'undeliverable', code: 'gone', copies: 1 },
    ],
    ['withdrawn', (m) => t.outbox.withdrawn(m, noon, 1), { state: 'withdrawn', settled_at: noon, copies: 1 }],
  ])('ends as %s, and then the message is not taken again', async (_, settle, row) => {
    const id = await t.say()

    await settle(await taken(id))

    expect(await t.rowOf(id)).toMatchObject(row)
    expect(await readyAt(after(leaseMs * 9))).toEqual([])
    expect(await t.outbox.take(id, after(leaseMs * 9), leaseMs)).toBeUndefined()
  })

  it('given back with a doubt keeps the doubt, and without one forgets it', async () => {
    const id = await t.say()

    await t.outbox.postpone(await taken(id), after(5_000), { since: noon, copies: 2 })
    const second = await taken(id, after(5_000))
    expect(second).toMatchObject({ attempts: 2, doubt: { since: noon, copies: 2 } })

    await t.outbox.postpone(second, after(9_000))
    expect(await t.rowOf(id)).toMatchObject({ copies: 0 })
    expect(await taken(id, after(9_000))).not.toHaveProperty('doubt')
  })
})

it('counts its age from the time at which the oldest could have gone, tried or not', async () => {
  expect(await t.outbox.ageSeconds(noon)).toBe(0)

  const id = await t.say({ notBefore: after(minute) })
  await t.say({ notBefore: after(90 * minute) })
  expect(await t.outbox.ageSeconds(noon)).toBe(0)

  await t.outbox.postpone(await taken(id, after(minute)), after(30 * minute))
  expect(await t.outbox.ageSeconds(after(11 * minute))).toBe(600)
})
