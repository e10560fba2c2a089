import { describe, expect, it } from 'vitest'
import { pieces, plain, weightOf } from '../../adapters/slack/draw/inert-text.ts'

describe('long words', () => {
  it.each([
    ['sentences', 'What we see is this. '.repeat(500)],
    ['one word', 'x'.repeat(7_000)],
    ['what Slack may count as more', '&<>'.repeat(2_000)],
    ['pairs of characters', '👩‍👧'.repeat(2_000)],
  ])('are parted and never cut: %s', (_, words) => {
    const parted = pieces(words)
    expect(parted.join('')).toBe(words)
    expect(Math.max(...parted.map(weightOf))).toBeLessThanOrEqual(3_000)
    for (const piece of parted) expect(() => encodeURIComponent(piece)).not.toThrow() // as half a pair would
  })

  it('are parted at a space', () => {
    expect(pieces('one two three', 9)).toEqual(['one two ', 'three'])
  })

  it('that are only space are nothing', () => {
    expect(pieces(' \n ')).toEqual([])
  })
})

it('names the place and the size of what does not fit, not the words', () => {
  expect(() => plain('Robin'.repeat(20), 75, 'a button')).toThrow('a button of 100 characters: Slack takes 75')
})
