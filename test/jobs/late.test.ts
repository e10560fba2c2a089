import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { createDue } from '../../adapters/postgres/outbox/due.ts'
import { startLateCheck } from '../../jobs/late.ts'
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
  const checks = startLateCheck({ late: createDue(t.db).late, clock, log, everyMs: 1_000_000 })
  onTestFinished(() => checks.stop())
  await t.say()
  await t.say({ to: 'ben' })

  await checks.settled()
  expect(alarms).toEqual([])

  clock.pass(11 * 60_000)
  await checks.settled()
  expect(alarms).toEqual([['sends-are-late', { messages: 2, wakes: 0 }]])
})
