/** Reads what was put into the inputs of a card: words that people typed are `Typed` from here on. */
import { z } from 'zod'
import { plainly } from '../../../doors/plain-words.ts'
import type { FormValues } from '../../../src/display/form.ts'
import { Typed } from '../../../src/display/typed.ts'

/** Before the name of each field, so that none of them can stand for what the card itself carries. */
export const idOf = (name: string): string => onePrefix + name
/** Teams sends all that was chosen as one text with commas between, so each value is escaped. */
export const idOfSeveral = (name: string): string => severalPrefix + name
export const escaped = encodeURIComponent

const onePrefix = 'field-'
const severalPrefix = 'several-'

const Sent = z.record(z.string(), z.unknown())
/** Whatever the input, hosts differ in what they send: a number or a toggle may come as itself or as its text. */
const Value = z.union([z.string(), z.number(), z.boolean()]).transform(String)

export function readSent(data: unknown): FormValues {
  const fields = Object.entries(Sent.safeParse(data).data ?? {}).flatMap(([id, sent]) => {
    const value = Value.safeParse(sent).data
    return value === undefined ? [] : readInput(id, value)
  })
  return Object.fromEntries(fields.filter(([, values]) => values.length > 0))
}

function readInput(id: string, value: string): [name: string, values: Typed[]][] {
  if (id.startsWith(severalPrefix)) return [[id.slice(severalPrefix.length), filled(value.split(',').map(unescaped))]]
  return id.startsWith(onePrefix) ? [[id.slice(onePrefix.length), filled([value])]] : []
}

const filled = (values: readonly string[]): Typed[] =>
  values.filter((value) => value.trim() !== '').map((value) => new Typed(plainly(value)))

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
