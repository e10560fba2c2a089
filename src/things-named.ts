/** Which things asks and facts name, by their ids. */
import type { Ask, Fact } from './vocabulary.ts'

/** What a button is about: its ask with each thing and person that it names, or, where it names none, with its reader. */
export function keysOf(ask: Ask, reader: string): readonly string[] {
  const named = Object.entries(ask).filter(([name, value]) => things.has(name) && typeof value === 'string')
  return named.length > 0 ? named.map(([, id]) => `${ask.ask}:${String(id)}`) : [`${ask.ask}:${reader}`]
}

/** The one thing that a button is about; its ask where it names none. */
export const thingOf = (ask: Ask): string =>
  Object.entries(ask).flatMap(([name, value]) => (things.has(name) && typeof value === 'string' ? [value] : []))[0] ??
  ask.ask

/** The things and people that a fact is about, and who did it. */
export const idsIn = (fact: Fact, by?: string): readonly string[] => [
  ...Object.entries(fact).flatMap(([name, value]) => (things.has(name) && typeof value === 'string' ? [value] : [])),
  ...(by === undefined ? [] : [by]),
]

const things: ReadonlySet<string> = new Set([
  ...['case', 'child', 'raising', 'request', 'meeting', 'action', 'duty', 'closing', 'concern', 'handover'],
  ...['thing', 'of', 'from', 'holder', 'challenge'],
])
