import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { throttle } from '../../jobs/throttle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('is done at once, and once more for all who asked meanwhile', () => {
  const work = vi.fn()
  const { poke } = throttle(work, 200)

  for (let pokes = 0; pokes < 20; pokes++) poke()
  expect(work).toHaveBeenCalledTimes(1)

  vi.advanceTimersByTime(200)
  expect(work).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(1_000)
  expect(work).toHaveBeenCalledTimes(2)
})

it('is not done once it is stopped', () => {
  const work = vi.fn()
  const { poke, stop } = throttle(work, 200)
  poke()
  poke()
  stop()

  vi.advanceTimersByTime(1_000)
  expect(work).toHaveBeenCalledTimes(1)
})
