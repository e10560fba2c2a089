import { expect, it } from 'vitest'
import { movedClock } from '../../adapters/clock/moved-clock.ts'

const monday = new Date('2026-06-01T09:00:00Z')
const friday = new Date('2026-06-05T09:00:00Z')
const minuteMs = 60_000

function aWorld() {
  const real = { at: monday, now: () => real.at }
  const kept = {
    offsetMs: 0,
    load: () => Promise.resolve(kept.offsetMs),
    save: (ms: number) => Promise.resolve(void (kept.offsetMs = ms)),
  }
  return { real, kept }
}

it('runs on from where it was moved', async () => {
  const { real, kept } = aWorld()
  const clock = await movedClock(kept, real)

  await clock.moveTo(friday)
  real.at = new Date(monday.getTime() + minuteMs)

  expect(clock.now()).toEqual(new Date(friday.getTime() + minuteMs))
})

it('is where it was after a new start', async () => {
  const { real, kept } = aWorld()
  await (await movedClock(kept, real)).moveTo(friday)

  expect((await movedClock(kept, real)).now()).toEqual(friday)
})

it.each([
  ['an earlier time', monday],
  ['no time at all', new Date(Number.NaN)],
])('refuses %s and stays', async (_, at) => {
  const { real, kept } = aWorld()
  const clock = await movedClock(kept, real)
  await clock.moveTo(friday)

  await expect(clock.moveTo(at)).rejects.toThrow('the clock cannot go back')
  expect(clock.now()).toEqual(friday)
})

it('does not move when the move could not be kept', async () => {
  const { real, kept } = aWorld()
  const clock = await movedClock({ ...kept, save: () => Promise.reject(new Error('no database')) }, real)

  await expect(clock.moveTo(friday)).rejects.toThrow('no database')
  expect(clock.now()).toEqual(monday)
})
