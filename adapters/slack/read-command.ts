import type { OpeningAsk } from '../../src/vocabulary.ts'

export const command = '/stuck-case'

/** What each word after the command opens; the manifest's hint lists the same. */
export const words = {
  help: { ask: 'open-help' },
  mine: { ask: 'open-mine' },
  actions: { ask: 'open-actions' },
  plan: { ask: 'open-plan' },
  away: { ask: 'open-away' },
} as const satisfies Readonly<Record<string, OpeningAsk>>

/** Undefined where the words are not a command: they may be about a child, so nothing else looks at them. */
export function readCommand(typed: string): OpeningAsk | undefined {
  const word = typed.trim().toLowerCase()
  if (word === '') return { ask: 'open-raise-case' }
  return Object.hasOwn(words, word) ? words[word as keyof typeof words] : undefined
}
