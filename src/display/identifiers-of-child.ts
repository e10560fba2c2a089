/** What is known to identify this child, sorted into what is looked for in different ways. */
import { readDay, type Day } from '../calendar/day.ts'
import { foldText } from './fold-text.ts'
import type { Typed } from './typed.ts'

export type IdentifiersOfChild = {
  readonly names: readonly string[]
  /** Letters and digits alone, of three characters or more. */
  readonly numbers: readonly string[]
  readonly birthDates: readonly Day[]
}

export function readIdentifiers(identifiers: readonly Typed[]): IdentifiersOfChild {
  const given = identifiers.map((identifier) => foldText(identifier.reveal()).trim())
  const birthDates = given.map(readDay).filter((day) => day !== undefined)
  const others = given.filter((words) => !readDay(words))
  return {
    birthDates,
    names: others.filter((words) => !/\d/.test(words)),
    numbers: others
      .filter((words) => /\d/.test(words))
      .map((words) => words.replace(/[^a-z0-9]/gi, ''))
      .filter((words) => words.length >= 3),
  }
}

/** However it is spaced or punctuated; not as a part of a longer number or word. */
export const hasIdentifier = (numbers: readonly string[], text: string): boolean =>
  numbers.some((number) =>
    new RegExp(`(?<![a-z0-9])${Array.from(number).join('[ ./-]{0,2}')}(?![a-z0-9])`, 'i').test(text),
  )
