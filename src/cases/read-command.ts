/** What somebody types after `/stuck-case`, as an Ask; undefined where it is not one of the commands. */
import type { OpeningAsk } from '../vocabulary.ts'

const commands: Readonly<Record<string, OpeningAsk>> = {
  '': { ask: 'open-raise-case' },
  help: { ask: 'open-help' },
  mine: { ask: 'open-mine' },
  actions: { ask: 'open-actions' },
  plan: { ask: 'open-plan' },
  away: { ask: 'open-away' },
  accounts: { ask: 'open-accounts' },
  link: { ask: 'open-link-code' },
}

const leading = /^\/?stuck-case(?=\s|$)/

/** The command itself may be typed again in front, as people do where only its argument is expected. */
export function readCommand(typed: string): OpeningAsk | undefined {
  const word = typed.trim().toLowerCase().replace(leading, '').trim()
  return Object.hasOwn(commands, word) ? commands[word] : undefined
}
