/** What somebody types after the command's name, as an Ask; undefined where it is not one of the commands. */
import { pasted, pastedCommand } from '../display/pasted.ts'
import type { OpeningAsk } from '../vocabulary.ts'
import { commandName, commands } from './commands.ts'

const leading = new RegExp(`^[/\\\\]?\\s?${commandName.replace('-', '[- ]?')}(?:[\\s:,-]+|$)`)

/** The command itself may be typed again in front, as people do where only its argument is expected. */
export function readCommand(typed: string): OpeningAsk | undefined {
  const word = wordOf(typed)
  return commands.find((command) => command.word === word)?.ask
}

/** What follows the command's name, in lower case; undefined where nothing but signs was typed. */
export function wordOf(typed: string): string | undefined {
  const meant = pastedCommand(typed)
  // A question mark alone asks for nothing that we know.
  if (meant === '' && pasted(typed) !== '') return undefined
  return meant.toLowerCase().replace(leading, '').trim()
}
