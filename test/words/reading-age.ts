/** How old somebody has to be to read a text with ease, by two formulas: the grade of an American school, plus five. */
import { fleschKincaid } from 'flesch-kincaid'
import { smogFormula } from 'smog-formula'
import { syllable } from 'syllable'

/** Children of grade 1 are six years old: https://en.wikipedia.org/wiki/Educational_stage#United_States */
const ageBeforeSchool = 5

/** SMOG counts words of at least this many syllables. */
const polysyllabic = 3

export type ReadingAge = { readonly smog: number; readonly fleschKincaid: number }

/** A heading, a label or a button is a sentence of its own, with or without a full stop. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.?!])\s+|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0)

const wordsOf = (sentence: string): readonly string[] => sentence.match(/[a-z]+(?:['’][a-z]+)*/gi) ?? []

export function readingAge(sentences: readonly string[]): ReadingAge {
  const words = sentences.flatMap(wordsOf)
  const syllables = words.map((word) => syllable(word))
  return {
    smog:
      ageBeforeSchool +
      smogFormula({
        sentence: sentences.length,
        polysillabicWord: syllables.filter((count) => count >= polysyllabic).length,
      }),
    fleschKincaid:
      ageBeforeSchool +
      fleschKincaid({
        sentence: sentences.length,
        word: words.length,
        syllable: syllables.reduce((sum, count) => sum + count, 0),
      }),
  }
}
