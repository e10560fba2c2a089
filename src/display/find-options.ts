/** Finds options by some of their words, as somebody types them: in any order, with or without accents and apostrophes. */
import { foldText } from './fold-text.ts'
import type { Option } from './form.ts'
import type { Typed } from './typed.ts'

export type FoundOptions = {
  /** Those that begin like what was typed come first; else in the order in which they are offered. */
  readonly options: readonly Option[]
  /** How many match, of which `options` are the first. */
  readonly matching: number
}

export function findOptions(options: readonly Option[], typed: Typed, most: number): FoundOptions {
  // Of a pasted email address what stands before the @ is mostly the name.
  const wanted = wordsIn(typed.reveal().split('@')[0] ?? '')
  const found = options.flatMap((option) => {
    const words = wordsIn(textOf(option))
    return matches(words, wanted)
      ? [{ option, begins: wanted.every((one) => words.some((w) => w.startsWith(one))) }]
      : []
  })
  const first = [...found.filter(({ begins }) => begins), ...found.filter(({ begins }) => !begins)]
  return { options: first.slice(0, most).map(({ option }) => option), matching: found.length }
}

/** Also across what parts words: `LK1000` finds `LK 1000`. */
function matches(words: readonly string[], wanted: readonly string[]): boolean {
  const glued = words.join('')
  return wanted.every((one) => glued.includes(one))
}

const textOf = ({ label, explanation = '' }: Option): string =>
  `${typeof label === 'string' ? label : label.reveal()} ${explanation}`

const wordsIn = (text: string): readonly string[] =>
  foldText(text)
    .normalize('NFKD')
    .replace(/[\p{M}']/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
