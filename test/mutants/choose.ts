/** Which mutants are tried, and on which tests: the same for the same seed. */
import { createHash } from 'node:crypto'
import type { Mutant } from './make-mutants.ts'
import type { Reach } from './reach.ts'
import type { Entry } from './runner.ts'
import { roomOf } from './rooms.ts'

const rank = (seed: string, key: string): string => createHash('sha256').update(`${seed} ${key}`).digest('hex')

/** In the order of their files; where there are too many, those that the seed draws. */
export function sampleOf(mutants: readonly Mutant[], sample: number, seed: string): readonly Mutant[] {
  if (mutants.length <= sample) return mutants
  const drawn = mutants.map((mutant) => ({ mutant, at: rank(seed, mutant.key) }))
  const chosen = new Set(
    drawn
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .slice(0, sample)
      .map(({ mutant }) => mutant),
  )
  return mutants.filter((mutant) => chosen.has(mutant))
}

/** The tests of its own room first, then those that take least; at most so many. */
export function testsFor(mutant: Mutant, reach: Reach, atMost: number): readonly Entry[] {
  const room = roomOf(mutant.file)
  const own = (test: string): number => (test.startsWith(`test/${room}/`) || test === `test/${room}.test.ts` ? 0 : 1)
  return Object.entries(reach)
    .filter(([, { mutants }]) => mutants.includes(mutant.key))
    .toSorted(([a, one], [b, two]) => own(a) - own(b) || one.ms - two.ms)
    .slice(0, atMost)
    .map(([test]) => ({ test, mutant: mutant.key }))
}
