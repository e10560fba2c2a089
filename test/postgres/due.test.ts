import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createDue } from '../../adapters/postgres/outbox/due.ts'
import { baseTx } from '../../adapters/postgres/transaction/transaction.ts'
import type { Due } from '../../src/ports/due.ts'
import { Wake } from '../../src/vocabulary.ts'
import { after, noon, outboxForTest } from '../support/outbox.ts'

const minute = 60_000

let t: Awaited<ReturnType<typeof outboxForTest>>
let due: Due
beforeAll(async () => {
  t = await outboxForTest()
  due = createDue(t.db)
})
afterAll(() => t.drop())
beforeEach(async () => {
  await t.db.deleteFrom('outbox').execute()
  await t.db.deleteFrom('wakes').execute()
})

const wakeAt = (at: Date) =>
  baseTx(t.db, { at: noon }).setWake(Wake.parse({ wake: 'daily-post', person: 'amy', day: '2026-03-02' }), at)

it('finds nothing where nothing waits', async () => {
  expect(await due.nextMoment(noon, after(minute))).toBeUndefined()
  expect(await due.late(noon, 0)).toEqual({ messages: 0, wakes: 0 })
})

it('finds the next moment: a wake, a message whose time comes, a message tried again', async () => {
  const message = await t.say({ notBefore: after(2 * minute) })
  await wakeAt(after(5 * minute))

  expect(await due.nextMoment(noon, after(minute))).toBeUndefined()
  expect(await due.nextMoment(noon, after(9 * minute))).toEqual(after(2 * minute))
  expect(await due.nextMoment(after(2 * minute), after(9 * minute))).toEqual(after(5 * minute))

  const taken = await t.outbox.take(message, after(2 * minute), minute)
  if (taken) await t.outbox.postpone(taken, after(4 * minute))
  expect(await due.nextMoment(after(2 * minute), after(9 * minute))).toEqual(after(4 * minute))
})

it('counts what should have gone more than the grace ago, also while it is tried again', async () => {
  const message = await t.say()
  await t.say({ notBefore: after(60 * minute) })
  await wakeAt(noon)
  const taken = await t.outbox.take(message, noon, minute)
  if (taken) await t.outbox.postpone(taken, after(30 * minute))

  expect(await due.late(after(10 * minute), 10 * minute)).toEqual({ messages: 0, wakes: 0 })
  expect(await due.late(after(11 * minute), 10 * minute)).toEqual({ messages: 1, wakes: 1 })
})
