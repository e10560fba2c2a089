/** Reads what has become of a message, as it is kept with it. */
import type { PersonId } from '../../../src/ids.ts'
import type { SettledAsks } from '../../../src/ports/redraws.ts'
import type { Fact } from '../../../src/vocabulary.ts'

type Kept = Readonly<Record<string, { readonly fact: Fact; readonly at: string; readonly by?: PersonId }>>

export const settledIn = (kept: unknown): SettledAsks =>
  Object.fromEntries(Object.entries(kept as Kept).map(([key, one]) => [key, { ...one, at: new Date(one.at) }]))
