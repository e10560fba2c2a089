import { expect, it, onTestFinished, vi } from 'vitest'
import { startPoll } from '../../jobs/poll.ts'

const never = 1_000_000

function counted(everyMs: number) {
  let running = 0
  const seen = { runs: 0, most: 0 }
  const work = async () => {
    seen.most = Math.max(seen.most, ++running)
    await new Promise((resolve) => setTimeout(resolve, 10))
    running--
    seen.runs++
  }
  const repeated = startPoll(work, everyMs)
  onTestFinished(() => repeated.stop())
  return { ...repeated, seen }
}

it('runs at once, and then every few moments', async () => {
  const { seen } = counted(5)

  await vi.waitFor(() => expect(seen.runs).toBeGreaterThan(3))
  expect(seen.most).toBe(1)
})

it('runs once more for any number of pokes during a run', async () => {
  const { poke, settled, seen } = counted(never)

  for (let pokes = 0; pokes < 20; pokes++) poke()
  await settled()

  expect(seen).toEqual({ runs: 2, most: 1 })
})

it('waits, when asked, for a run that began after it was asked', async () => {
  const { settled, seen } = counted(never)
  await settled()
  const before = seen.runs

  await settled()

  expect(seen.runs).toBe(before + 1)
})

it('waits for the run in hand when it is stopped, and starts no other', async () => {
  const { poke, stop, seen } = counted(never)

  poke()
  await stop()
  poke()
  await new Promise((resolve) => setTimeout(resolve, 30))

  expect(seen.runs).toBe(1)
})
