import { expect, it } from 'vitest'
import { keepLast } from '../../doors/keep-last.ts'

it('forgets what was kept longest ago', () => {
  const kept = keepLast<number>(2)
  kept.keep('a', 1)
  kept.keep('b', 2)
  kept.keep('a', 3)
  kept.keep('c', 4)

  expect(['a', 'b', 'c'].map((key) => kept.find(key))).toEqual([3, undefined, 4])
})
