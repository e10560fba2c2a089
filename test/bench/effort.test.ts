import { describe, expect, it } from 'vitest'
import {
  choosing,
  meets,
  nothing,
  pressing,
  reading,
  secondsFor,
  tableOf,
  together,
  typing,
  wordsIn,
} from '../../bench/effort/tally.ts'

describe('the time that something takes', () => {
  it.each([
    ['200 words to read', reading(200), 60],
    ['40 words to type, and a press to get there', typing(Array(40).fill('word').join(' ')), 61.5],
    ['a press', pressing, 1.5],
    ['a choice from a list, which is opened first', choosing, 3],
    ['nothing', nothing, 0],
  ])('of %s', (_, effort, seconds) => {
    expect(secondsFor(effort)).toBe(seconds)
  })

  it('of several things is that of each, and each is an interaction', () => {
    const all = together([reading(20), typing('two words'), choosing, pressing])

    expect(all).toEqual({ read: 20, typed: 2, presses: 4, interactions: 3 })
    expect(secondsFor(all)).toBe(6 + 3 + 6)
  })
})

it.each([
  ['Do the parents know?', 4],
  ['  a bullet •\n and — a dash ', 5],
  ['K7M-2QD: 31/3/2026', 2],
  ['', 0],
])('%j is read as its words', (text, words) => {
  expect(wordsIn(text)).toBe(words)
})

describe('a goal', () => {
  const effort = { read: 200, typed: 0, presses: 2, interactions: 2 }

  it.each([
    [{ seconds: 63 }, true],
    [{ seconds: 62 }, false],
    [{ seconds: 63, interactions: 2 }, true],
    [{ seconds: 63, interactions: 1 }, false],
  ])('of %j is met: %s', (goal, met) => {
    expect(meets(effort, goal)).toBe(met)
  })

  it('stands beside what was measured', () => {
    const lines = tableOf([
      { name: 'Raise', effort, goal: { seconds: 63, interactions: 9 } },
      { name: 'View', effort, goal: { seconds: 60 } },
    ])

    expect(lines).toEqual([
      '       read  typed  presses  interactions  goal  seconds  goal',
      'Raise   200      0        2             2     9       63    63     met',
      'View    200      0        2             2     -       63    60  missed',
    ])
  })
})
