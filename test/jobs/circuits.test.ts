import { setTimeout } from 'node:timers/promises'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { createCircuits, type Circuits } from '../../jobs/circuits.ts'
import { manualClock } from '../support/manual-clock.ts'
import { noon } from '../support/outbox.ts'
import { slackAccount } from '../support/tiny-messenger.ts'

const account = slackAccount('U1')
const clock = manualClock('2026-03-02T12:00:00Z')
let circuits: Circuits
beforeEach(() => {
  clock.moveTo(noon)
  circuits = createCircuits(clock)
})

const failTimes = (times: number) => {
  for (let failures = 0; failures < times; failures++) circuits.failed(account)
}

it('opens after three failures in a row, for everybody in that workspace and nobody else', () => {
  failTimes(2)
  expect(circuits.closed(account)).toBe(true)

  failTimes(1)
  expect(circuits.closed(account)).toBe(false)
  expect(circuits.closed(slackAccount('U2'))).toBe(false)
  expect(circuits.closed({ ...account, workspace: 'T2' })).toBe(true)
})

it('is tried again after a rest; one more failure opens it again, a success closes it', () => {
  failTimes(3)
  clock.pass(15_000)
  expect(circuits.closed(account)).toBe(true)

  failTimes(1)
  expect(circuits.closed(account)).toBe(false)

  clock.pass(15_000)
  circuits.succeeded(account)
  failTimes(2)
  expect(circuits.closed(account)).toBe(true)
})

it('counts only failures in a row', () => {
  failTimes(2)
  circuits.succeeded(account)
  failTimes(2)

  expect(circuits.closed(account)).toBe(true)
})

it('rests for as long as the platform asks', () => {
  circuits.asksToWait(account, new Date(noon.getTime() + 40_000))

  clock.pass(39_999)
  expect(circuits.closed(account)).toBe(false)
  clock.pass(1)
  expect(circuits.closed(account)).toBe(true)
})

it('remembers how the last call to a platform ended', () => {
  expect(circuits.lastResults()).toEqual([])

  circuits.succeeded(account)
  clock.pass(1_000)
  circuits.failed(account)

  expect(circuits.lastResults()).toEqual([{ platform: 'slack', ok: false, at: clock.now() }])
})

it('takes eight calls at once, and two for ten minutes after it asked for time', async () => {
  const most = async () => {
    let [now, atMost] = [0, 0]
    const call = async () => {
      atMost = Math.max(atMost, ++now)
      await setTimeout(1)
      now -= 1
    }
    await Promise.all(Array.from({ length: 20 }, () => circuits.inTurn(account, call)))
    return atMost
  }
  expect(await most()).toBe(8)

  circuits.asksToWait(account, clock.now())
  clock.pass(10 * 60_000 - 1)
  expect(await most()).toBe(2)
  clock.pass(1)
  expect(await most()).toBe(8)
})

it('rests, for what is urgent too, while two calls have had no answer for five seconds', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const [first] = [circuits.calling(account), circuits.calling(account)]
  vi.advanceTimersByTime(5_000)
  expect(circuits.restMs(account, false)).toBe(0)

  vi.advanceTimersByTime(1)
  expect([circuits.restMs(account, false), circuits.restMs(account, true)]).toEqual([2_000, 2_000])
  expect(circuits.restMs({ ...account, workspace: 'T2' }, false)).toBe(0)

  first()
  expect(circuits.restMs(account, false)).toBe(0)
})

it('tries what is urgent where it fails, nothing where it asks for time, and all where its installation is at fault', () => {
  failTimes(3)
  expect([circuits.restMs(account, false), circuits.restMs(account, true)]).toEqual([15_000, 0])

  circuits.asksToWait(account, new Date(noon.getTime() + 40_000))
  expect([circuits.restMs(account, false), circuits.restMs(account, true)]).toEqual([40_000, 40_000])

  const elsewhere = { ...account, workspace: 'T2' }
  circuits.atFault(elsewhere, 'is_archived')
  expect([circuits.closed(elsewhere), circuits.restMs(elsewhere, false)]).toEqual([false, 0])
})
