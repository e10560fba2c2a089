/** Which mutants are tried, and on which tests: the same for the same seed. */
import { createHash } from 'node:crypto'
import type { Mutant } from './make-mutants.ts'
import type { Reach, Reaching } from './reach.ts'
import { nameOfRoom, roomOf } from './rooms.ts'
import type { Entry } from './runner.ts'

const rank = (seed: string, key: string): string => createHash('sha256').update(`${seed} ${key}`).digest('hex')

/** Of each room so many, in the order of their files; where a room has more, those that the seed draws. */
export function sampleOf(mutants: readonly Mutant[], sample: number, seed: string): readonly Mutant[] {
  const rooms = new Set(mutants.map(({ file }) => nameOfRoom(file)))
  const chosen = new Set(
    [...rooms].flatMap((room) =>
      drawn(
        mutants.filter(({ file }) => nameOfRoom(file) === room),
        sample,
        seed,
      ),
    ),
  )
  return mutants.filter((mutant) => chosen.has(mutant))
}

const drawn = (mutants: readonly Mutant[], sample: number, seed: string): readonly Mutant[] =>
  mutants
    .map((mutant) => ({ mutant, at: rank(seed, mutant.key) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, sample)
    .map(({ mutant }) => mutant)

/** `test/duties/…` is of the room of `src/duties/duty.ts`. */
export function isOfRoom(test: string, file: string): boolean {
  const room = roomOf(file)
  return test.startsWith(`test/${room}/`) || test === `test/${room}.test.ts`
}

/** The tests of its own room first, then those that take least; at most so many files. */
export function testsFor(mutant: Mutant, reach: Reach, atMost: number): readonly Entry[] {
  const own = ({ test }: Reaching): number => (isOfRoom(test, mutant.file) ? 0 : 1)
  return reach
    .reaching(mutant)
    .toSorted((a, b) => own(a) - own(b) || a.ms - b.ms)
    .slice(0, atMost)
    .flatMap((reaching) => entriesOf(mutant, reaching))
}

function entriesOf({ key }: Mutant, { test, only }: Reaching): readonly Entry[] {
  const entry = { test, mutant: key }
  return only
    ? [
        { ...entry, only },
        { ...entry, only, after: 'check' },
        { ...entry, after: 'all' },
      ]
    : [entry]
}
