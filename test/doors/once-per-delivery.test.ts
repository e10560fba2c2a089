import { expect, it } from 'vitest'
import { oncePerDelivery } from '../../doors/once-per-delivery.ts'

const counting = () => {
  let done = 0
  return () => Promise.resolve(++done)
}

it('does the work of one delivery once, also while it is still in hand', async () => {
  const once = oncePerDelivery(60_000)
  const work = counting()

  expect(await Promise.all([once('a', work), once('a', work)])).toEqual([1, 1])
  expect(await once('a', work)).toBe(1)
  expect(await once('b', work)).toBe(2)
})

it.each([undefined, ''])('does the work of what has no key (%s) each time', async (key) => {
  const once = oncePerDelivery(60_000)
  const work = counting()
  await once(key, work)

  expect(await once(key, work)).toBe(2)
})
