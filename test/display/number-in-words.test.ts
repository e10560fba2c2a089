import { expect, it } from 'vitest'
import { numberInWords } from '../../src/display/number-in-words.ts'

it.each([
  [0, 'none'],
  [1, 'one'],
  [10, 'ten'],
  [15, 'fifteen'],
  [20, 'twenty'],
  [21, '21'],
])('%s is %s', (count, words) => {
  expect(numberInWords(count)).toBe(words)
})
