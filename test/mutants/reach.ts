/** Which tests reach which mutants, found out by running each file of tests once; kept until that file is changed. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn, textOf } from '../architecture/sources.ts'
import { importSteps } from './import-steps.ts'
import type { Mutant } from './make-mutants.ts'
import type { FileReach } from './note-reach.ts'
import { cache, type Tried } from './try-plan.ts'

/** `sources`: what the files of the program were like that it reached. */
export type Reached = {
  readonly text: string
  readonly ms: number
  readonly sources: Readonly<Record<string, string>>
  readonly reach: FileReach
}
type Kept = { readonly makers: string; readonly tests: Record<string, Reached> }

/** A file of tests that reaches a mutant: with `only` those of its tests, `ms` for them. `steps`: how many imports away. */
export type Reaching = {
  readonly test: string
  readonly ms: number
  readonly only?: readonly string[]
  readonly steps?: number
}

export type Reach = { readonly reaching: (mutant: Mutant) => readonly Reaching[] }

/** Real processes, browsers and many days: minutes for each mutant. The program that they start has none in it anyway. */
const takesLong =
  /^test\/(journeys|faults|houses|bin|ci|playground|architecture|words|mutants|simulation|support)\/|chromium|browser|local-|architecture\.test|contract\/render|\/rekey\.test|import-return/

export const quickTests = (tests: readonly string[]): readonly string[] => tests.filter((test) => !takesLong.test(test))

const kept = join(cache, 'reach.json')

export const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/**
 * `red`: the tests that fail without any mutant. Nothing can be learnt from them, so they are left out. `isWhole`: there
 * was time to read them all.
 */
export async function findReach(
  tests: readonly string[],
  tryAll: (entries: readonly { test: string }[], heard: (tried: Tried) => void) => Promise<void>,
  heard: (tried: Tried) => void,
): Promise<{ readonly reach: Reach; readonly red: readonly string[]; readonly isWhole: boolean }> {
  const found = read()
  const texts = new Map(tests.map((test) => [test, hash(textOf(test))]))
  const missing = tests.filter((test) => found.tests[test]?.text !== texts.get(test))
  const red: string[] = []
  let isWhole = true
  await tryAll(
    missing.map((test) => ({ test })),
    (tried) => {
      if (tried.late) {
        isWhole = false
        return
      }
      heard(tried)
      if (tried.red !== undefined) red.push(`${tried.test}: ${tried.red}`)
      else if (tried.reached) found.tests[tried.test] = reachedBy(tried.reached, tried.ms, texts.get(tried.test) ?? '')
    },
  )
  writeFileSync(kept, JSON.stringify(found))
  return {
    reach: reachOf(tests.flatMap((test) => (found.tests[test] ? [[test, found.tests[test]]] : []))),
    red,
    isWhole,
  }
}

function reachedBy(reach: FileReach, ms: number, text: string): Reached {
  const files = new Set(reach.keys.map(fileOf))
  return { text, ms, reach, sources: Object.fromEntries([...files].map((file) => [file, hash(textOf(file))])) }
}

const fileOf = (key: string): string => key.slice(0, key.indexOf(' | '))

/**
 * Where a file of the program has changed since, every test that came into it at all is taken to reach its mutants. What is
 * read when a file is loaded was noted for the first test of the process alone, so it is reached by all that import it.
 */
export function reachOf(
  found: readonly (readonly [string, Reached])[],
  textNow = textOf,
  stepsTo = importSteps,
): Reach {
  const hashes = new Map<string, string>()
  const hashOf = (file: string): string => {
    const known = hashes.get(file) ?? hash(textNow(file))
    hashes.set(file, known)
    return known
  }
  return {
    reaching: ({ key, file, atLoad }) =>
      found.flatMap(([test, { sources, reach, ms }]): readonly Reaching[] => {
        if (atLoad) {
          const steps = stepsTo(test, file)
          return steps === undefined ? [] : [{ test, ms, steps }]
        }
        if (sources[file] === undefined) return []
        const isAsRead = sources[file] === hashOf(file)
        const numbers = new Set(
          reach.keys.flatMap((one, at) => ((isAsRead ? one === key : fileOf(one) === file) ? [at] : [])),
        )
        return reachingIn(test, ms, reach, numbers)
      }),
  }
}

function reachingIn(test: string, ms: number, reach: FileReach, numbers: ReadonlySet<number>): readonly Reaching[] {
  if (reach.outside.some((number) => numbers.has(number))) return [{ test, ms }]
  const all = Object.entries(reach.tests)
  const some = all.filter(([, { reached }]) => reached.some((number) => numbers.has(number)))
  if (some.length === 0) return []
  if (some.length === all.length) return [{ test, ms }]
  const others = all.reduce((sum, [, one]) => sum + one.ms, 0) - some.reduce((sum, [, one]) => sum + one.ms, 0)
  return [{ test, ms: Math.max(0, ms - others), only: some.map(([name]) => name) }]
}

function read(): Kept {
  const own = filesIn('test/mutants').filter((path) => /(mutators|make-mutants|note-reach|rooms)\.ts$/.test(path))
  const makers = hash(own.map((path) => `${path}\n${textOf(path)}`).join('\n'))
  const before = existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as Partial<Kept>) : {}
  return before.makers === makers && before.tests ? { makers, tests: before.tests } : { makers, tests: {} }
}
