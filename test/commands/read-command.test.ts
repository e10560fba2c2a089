import { expect, it } from 'vitest'
import { nearestCommand } from '../../src/commands/nearest-command.ts'
import { readCommand } from '../../src/commands/read-command.ts'

it.each([
  ['', 'open-raise-case'],
  ['  ', 'open-raise-case'],
  ['/stuck-case', 'open-raise-case'],
  ['stuck-case help', 'open-help'],
  ['MINE', 'open-mine'],
  [' actions ', 'open-actions'],
  ['/Stuck-Case plan', 'open-plan'],
  ['away', 'open-away'],
  ['accounts', 'open-accounts'],
  ['/stuck-case link', 'open-link-code'],
])('%j asks for %s', (typed, ask) => {
  expect(readCommand(typed)).toEqual({ ask })
})

it.each([
  ['mien', 'mine'],
  ['hlep', 'help'],
  ['/stuck-case acounts', 'accounts'],
  ['actoins', 'actions'],
  ['pla', 'plan'],
])('%j comes close to %s', (typed, word) => {
  expect(readCommand(typed)).toBeUndefined()
  expect(nearestCommand(typed)?.word).toBe(word)
})

it.each([
  '',
  '?',
  'Maya',
  'hello',
  'mine too',
  'he lp',
  'mien please',
  'he hit her',
  '/stuck-case',
  'mine'.repeat(500),
])('%j comes close to none', (typed) => {
  expect(nearestCommand(typed)).toBeUndefined()
})

it.each(['hello', 'mine too', '/stuck-cases', 'constructor', '__proto__', 'he hit her'])(
  '%j is no command',
  (typed) => {
    expect(readCommand(typed)).toBeUndefined()
  },
)
