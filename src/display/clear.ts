/** The only door through which what a person typed becomes words that a Card may show. */
import { guard, type About, type Finding } from './content-guard.ts'
import type { Cleared, Typed } from './typed.ts'

/** Call it with text that the chair has approved. If anything is found, nothing is cleared. */
export function clear(
  words: Typed,
  about: About,
): { readonly cleared: Cleared } | { readonly findings: readonly Finding[] } {
  const findings = guard(words, about)
  return findings.length > 0 ? { findings } : { cleared: words.reveal().trim() as Cleared }
}
