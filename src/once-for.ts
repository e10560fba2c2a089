/** Tells the same form sent again from one that was changed. */
import { createHash } from 'node:crypto'
import type { FormValues } from './display/form.ts'
import type { PersonId } from './ids.ts'
import type { Ask } from './vocabulary.ts'

/**
 * The same form sent again by the same person does its work once; a form that was changed before it was sent again is
 * another one, and nobody gets the answer that somebody else got.
 */
export function onceFor(once: string, by: PersonId, ask: Ask, form: FormValues): string {
  const hash = createHash('sha256').update(JSON.stringify([once, by, ask]))
  for (const [name, given] of Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(JSON.stringify([name, given.map((typed) => typed.reveal())]))
  return hash.digest('hex')
}
