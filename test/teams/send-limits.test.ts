import { expect, test } from 'vitest'
import { createSendLimits, type Waiting } from '../../adapters/teams/send/send-limits.ts'
import { TooFastError } from '../../src/ports/messenger-errors.ts'

/** Time that passes only by being waited for. */
function standing(): Waiting & { pass: (ms: number) => void } {
  let now = 0
  return {
    now: () => now,
    sleep: (ms) => {
      now += ms
      return Promise.resolve()
    },
    pass: (ms) => void (now += ms),
  }
}

const busiest = (sent: readonly number[], inMs: number): number =>
  Math.max(...sent.map((at) => sent.filter((other) => other > at - inMs && other <= at).length))

test('one conversation never gets more than Teams lets a bot send, however many wait', async () => {
  const time = standing()
  const limits = createSendLimits(time)
  const sent: number[] = []
  while (sent.length < 2_000) {
    try {
      await limits.mayCall({ tenant: 't', conversation: 'c' })
      sent.push(time.now())
    } catch (error) {
      if (!(error instanceof TooFastError)) throw error
      expect(error.thisPersonAlone).toBe(true)
      time.pass(error.retryAfterMs)
    }
  }
  for (const [inMs, most] of [
    [1_000, 7],
    [2_000, 8],
    [30_000, 60],
    [3_600_000, 1_800],
  ] as const)
    expect(busiest(sent, inMs)).toBeLessThanOrEqual(most)
  // A quarter of a second later than Teams asks, and no later.
  expect([7, 8, 60, 1_800].map((at) => sent[at])).toEqual([1_250, 2_250, 30_250, 3_600_250])
})

test('one tenant gets fifty a second, and others wait for nothing', async () => {
  const time = standing()
  const limits = createSendLimits(time)
  for (let at = 0; at < 50; at += 1) await limits.mayCall({ tenant: 't', conversation: `${at}` })
  expect(time.now()).toBe(0)
  await limits.mayCall({ tenant: 'other', conversation: 'c' })
  expect(time.now()).toBe(0)
  await limits.mayCall({ tenant: 't', conversation: 'c' })
  expect(time.now()).toBe(1_250)
})

test('what was sent a second ago still counts when conversations of an hour ago are forgotten', async () => {
  const time = standing()
  const limits = createSendLimits(time)
  time.pass(3_700_000)
  await limits.mayCall({ tenant: 't', conversation: 'another' })
  time.pass(3_599_000)
  await limits.mayCall({ tenant: 't', conversation: 'c' })
  time.pass(1_000)
  for (let at = 0; at < 7; at += 1) await limits.mayCall({ tenant: 't', conversation: 'c' })
  expect(time.now()).toBe(7_300_250)
})
