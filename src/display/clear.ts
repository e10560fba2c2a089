/** The only door through which what a person typed becomes words that a Card may show. */
import { guard, type About, type Finding } from './content-guard.ts'
import type { Cleared, Typed } from './typed.ts'

/** Call it with text that the chair has approved. If anything is found, nothing is cleared. */
export function clear(
  words: Typed,
  about: About,
): { readonly cleared: Cleared } | { readonly findings: readonly Finding[] } {
  const findings = guard(words, about)
  return findings.length > 0 ? { findings } : { cleared: ourOwn(words.reveal().trim()) }
}

/** Also for words that stand in the program itself, and name nobody. */
export const ourOwn = (words: string): Cleared => words as Cleared
