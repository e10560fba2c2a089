/** What people wrote in a life: each piece has a word of its own, so that wherever it turns up it is known who wrote it. */
import { Typed } from '../../src/display/typed.ts'
import type { PersonId } from '../../src/ids.ts'
import type { Ask } from '../../src/vocabulary.ts'

export type Written = { readonly by: PersonId; readonly field: string; readonly ask: Ask }

export type Words = ReturnType<typeof openWords>

/** `before`: what was written before this life began. */
export function openWords(before: readonly Written[] = []) {
  const written: Written[] = [...before]
  return {
    all: written as readonly Written[],
    write(one: Written): string {
      written.push(one)
      return `Something qz${inLetters(written.length)}zq to think about`
    },
    of: (shown: unknown): readonly Written[] =>
      [...new Set([...textOf(shown).matchAll(/qz([a-j]+)zq/g)].map(([, letters = '']) => inDigits(letters)))].flatMap(
        (count) => written[count - 1] ?? [],
      ),
  }
}

/** With a number in it, a word may look like a postcode, which nothing that is posted may hold. */
const inLetters = (count: number): string =>
  String(count).replaceAll(/\d/g, (digit) => String.fromCodePoint(firstLetter + Number(digit)))
const inDigits = (letters: string): number =>
  Number(letters.replaceAll(/[a-j]/g, (letter) => String(letter.charCodeAt(0) - firstLetter)))
const firstLetter = 97

export function textOf(shown: unknown): string {
  if (typeof shown === 'string') return shown
  if (shown instanceof Typed) return shown.reveal()
  if (typeof shown !== 'object' || shown === null) return ''
  return Object.values(shown).map(textOf).join('\n')
}
