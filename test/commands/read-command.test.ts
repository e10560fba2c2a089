import { expect, it } from 'vitest'
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

it.each(['hello', 'mine too', '/stuck-cases', 'constructor', '__proto__', 'he hit her'])(
  '%j is no command',
  (typed) => {
    expect(readCommand(typed)).toBeUndefined()
  },
)
