import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { createDue } from '../../adapters/postgres/outbox/due.ts'
import { lateNow, startLateCheck } from '../../jobs/late.ts'
import { manualClock } from '../support/manual-clock.ts'
import { outboxForTest } from '../support/outbox.ts'
import { silentLog } from '../support/silent-log.ts'

let t: Awaited<ReturnType<typeof outboxForTest>>
beforeAll(async () => {
  t = await outboxForTest()
})
afterAll(() => t.drop())

it('raises an alarm when what was due did not go out, and says how much', async () => {
  const clock = manualClock('2026-03-02T12:00:00Z')
  const alarms: unknown[] = []
  const log = { ...silentLog, error: (event: string, _: unknown, ids: unknown) => void alarms.push([event, ids]) }
  const checks = startLateCheck({
    late: createDue(t.db).late,
    workingMoment: (at) => at,
    clock,
    log,
    everyMs: 1_000_000,
  })
  onTestFinished(() => checks.stop())
  await t.say()
  await t.say({ to: 'ben' })

  await checks.settled()
  expect(alarms).toEqual([])

  clock.pass(11 * 60_000)
  await checks.settled()
  expect(alarms).toEqual([['sends-are-late', { messages: 2, wakes: 0 }]])
})

const hours = (at: Date): Date => {
  const [hour, day] = [at.getUTCHours(), at.toISOString().slice(0, 10)]
  if (hour < 9) return new Date(`${day}T09:00:00Z`)
  return hour < 17 ? at : new Date(new Date(`${day}T09:00:00Z`).getTime() + 24 * 3_600_000)
}

it('judges a routine message in working time, and an urgent one by the clock', async () => {
  await t.db.deleteFrom('outbox').execute()
  const clock = manualClock('2026-03-02T16:59:00Z')
  const late = () => lateNow({ late: createDue(t.db).late, workingMoment: hours, clock })
  await t.say({ at: clock.now() })

  for (const at of ['2026-03-02T17:30:00Z', '2026-03-02T23:00:00Z', '2026-03-03T09:05:00Z']) {
    clock.moveTo(new Date(at))
    expect(await late()).toEqual({ messages: 0, wakes: 0 })
  }
  clock.moveTo(new Date('2026-03-03T09:11:00Z'))
  expect(await late()).toEqual({ messages: 1, wakes: 0 })

  await t.db.deleteFrom('outbox').execute()
  clock.moveTo(new Date('2026-03-03T22:00:00Z'))
  await t.say({ at: new Date('2026-03-03T21:49:00Z'), urgent: true })
  expect(await late()).toEqual({ messages: 1, wakes: 0 })
})
