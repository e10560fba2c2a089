import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { atEvenSteps } from '../../doors/at-even-steps.ts'

const step = 60

async function tookBy(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await atEvenSteps(step, work).catch(() => undefined)
  return performance.now() - started
}

it.each([
  ['nothing to do', () => Promise.resolve()],
  ['a little', () => pause(15)],
  ['something that fails', () => Promise.reject(new Error('no'))],
])('comes at the first step: %s', async (_, work) => {
  expect(await tookBy(work)).toBeGreaterThanOrEqual(step - 2)
})

it('comes at a later step where the work takes longer, and with what it came to', async () => {
  expect(await tookBy(() => pause(step + 5))).toBeGreaterThanOrEqual(2 * step - 2)
  expect(await atEvenSteps(1, () => Promise.resolve('said'))).toBe('said')
})
