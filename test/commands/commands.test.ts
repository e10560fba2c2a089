import { expect, it } from 'vitest'
import { helpCard } from '../../src/commands/help.card.ts'
import { commands, typedAs } from '../../src/commands/commands.ts'
import { readCommand } from '../../src/commands/read-command.ts'
import { readLinkCode } from '../../src/people/read-link-code.ts'
import { OpeningAsk } from '../../src/vocabulary.ts'
import { demonstration as partnership } from '../support/builders.ts'

it.each(commands.map((command) => [typedAs(command.word), command] as const))(
  '%s is read as what it says',
  (typed, { word, ask }) => {
    expect(readCommand(typed)).toEqual(OpeningAsk.parse(ask))
    expect(readCommand(word)).toEqual(ask)
  },
)

it('has no two commands of one word', () => {
  const words = commands.map(({ word }) => word)
  expect(words).toEqual([...new Set(words)])
})

it('takes `link` alone for a command, and `link` with a code for a code', () => {
  expect(readLinkCode(typedAs('link'))).toBeUndefined()
  expect(readLinkCode(`${typedAs('link')} ABCD-EFGH`)?.reveal()).toBe('ABCD-EFGH')
  expect(readCommand('link ABCD-EFGH')).toBeUndefined()
})

it('explains each but help in help', () => {
  const [person] = partnership.people
  if (!person) throw new Error('nobody is in the demonstration')
  const shown = JSON.stringify(helpCard(partnership, person))
  expect(shown).toContain(`You are ${person.name}, `)
  for (const { word, does } of commands.filter((one) => one.word !== 'help'))
    expect(shown).toContain(`${typedAs(word)}: ${does}`)
  expect(shown).toContain(partnership.urgent.emergency)
})
