import { expect, it, onTestFinished } from 'vitest'
import { startWakes } from '../../jobs/wakes.ts'
import { manualClock } from '../support/manual-clock.ts'
import { noon } from '../support/outbox.ts'
import { silentLog } from '../support/silent-log.ts'

const clock = manualClock('2026-03-02T12:00:00Z')

function ringing(ringNext: (at: Date) => Promise<boolean>) {
  const logged: string[] = []
  const log = { ...silentLog, error: (event: string) => void logged.push(event) }
  const wakes = startWakes({ ringNext, clock, log, everyMs: 1_000_000 })
  onTestFinished(() => wakes.stop())
  return { wakes, logged }
}

it('rings until none is due, at the time of the clock', async () => {
  const asked: Date[] = []
  const { wakes } = ringing((at) => Promise.resolve(asked.push(at) < 5))

  await wakes.ringAll()

  expect(asked.slice(0, 5)).toEqual(Array(5).fill(noon))
})

it('goes on after one that failed, and says how many rang', async () => {
  const due = ['a', 'broken', 'b', 'c']
  const rang: string[] = []
  const { wakes, logged } = ringing(async () => {
    await Promise.resolve()
    const next = due.shift()
    if (next === 'broken') throw new Error('it could not ring')
    if (next) rang.push(next)
    return next !== undefined
  })

  await wakes.ringAll()
  due.push('d')

  expect(await wakes.ringAll()).toBe(1)
  expect(rang).toEqual(['a', 'b', 'c', 'd'])
  expect(logged).toEqual(['wake-failed'])
})

it('leaves it until later when nothing can ring at all', async () => {
  const { wakes, logged } = ringing(() => Promise.reject(new Error('the database is away')))

  expect(await wakes.ringAll()).toBe(0)
  expect(logged.length).toBeLessThanOrEqual(20)
})

it('waits for the one in hand when it is stopped, and rings no other', async () => {
  let ended = 0
  const { wakes } = ringing(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    ended++
    return true
  })

  await wakes.stop()

  expect(ended).toBe(1)
})
