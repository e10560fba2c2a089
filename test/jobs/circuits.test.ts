import { beforeEach, expect, it } from 'vitest'
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
