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

export type AtMost = { readonly tests: number; readonly patience: number }

/** How much longer a test of its own room may take, and be asked first all the same. */
const nearness = 4

/** The quickest first, those of its own room before others: at most so many files, and so many seconds. */
export function testsFor(mutant: Mutant, reach: Reach, { tests, patience }: AtMost): readonly Entry[] {
  const asked = ({ test, ms, steps = 1 }: Reaching): number =>
    (ms * steps * steps) / (isOfRoom(test, mutant.file) ? nearness : 1)
  let leftMs = patience * 1000
  return reach
    .reaching(mutant)
    .toSorted((a, b) => asked(a) - asked(b))
    .slice(0, tests)
    .filter(({ ms }, at) => (leftMs -= ms) >= 0 || at === 0)
    .flatMap((reaching) => entriesOf(mutant, reaching))
}

/** What its quickest tests take: where time is short, such mutants are tried first. */
export const quickestMs = (mutant: Mutant, reach: Reach): number =>
  Math.min(...reach.reaching(mutant).map(({ ms }) => ms))

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
