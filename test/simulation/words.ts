/** What people wrote in a life: each piece has a word of its own, so that wherever it turns up it is known who wrote it. */
import { Typed } from '../../src/display/typed.ts'
import type { PersonId } from '../../src/ids.ts'
import type { Ask } from '../../src/vocabulary.ts'

export type Written = { readonly by: PersonId; readonly field: string; readonly ask: Ask }

export type Words = ReturnType<typeof openWords>

export function openWords() {
  const written: Written[] = []
  return {
    write(one: Written): string {
      written.push(one)
      return `Something qz${written.length}zq to think about`
    },
    of: (shown: unknown): readonly Written[] =>
      [...new Set([...textOf(shown).matchAll(/qz(\d+)zq/g)].map(([, count]) => Number(count)))].flatMap(
        (count) => written[count - 1] ?? [],
      ),
  }
}

function textOf(shown: unknown): string {
  if (typeof shown === 'string') return shown
  if (shown instanceof Typed) return shown.reveal()
  if (typeof shown !== 'object' || shown === null) return ''
  return Object.values(shown).map(textOf).join('\n')
}
