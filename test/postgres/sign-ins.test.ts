/** How many sign-in emails one address gets. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSignIns } from '../../adapters/postgres/accounts/sign-ins.ts'
import { linkAsks } from '../../src/lifetimes.ts'
import { manualClock } from '../support/manual-clock.ts'
import { outboxForTest, person } from '../support/outbox.ts'

let t: Awaited<ReturnType<typeof outboxForTest>>
beforeAll(async () => {
  t = await outboxForTest()
})
afterAll(() => t.drop())

it('is limited by the day, whatever browser asks', async () => {
  const clock = manualClock('2026-03-02T00:00:00Z')
  const signIns = createSignIns(t.db, { realClock: clock, secretKey: '5e'.repeat(32) })
  let browsers = 0
  const ask = async () => {
    clock.pass(16 * 60_000)
    const asked = await signIns.ask({ browser: `b${browsers++}`, address: 'amy@demo.example', person: person('amy') })
    return asked !== 'too-often' && asked.link !== undefined
  }

  for (let email = 0; email < linkAsks.emailsToAddressADay; email += 1) expect(await ask()).toBe(true)
  expect(await ask()).toBe(false)
  clock.pass(24 * 3_600_000)
  expect(await ask()).toBe(true)
})
