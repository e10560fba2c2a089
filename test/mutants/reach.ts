/** Which test files reach which mutants, found out by running each once; kept until one of the two is changed. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn, textOf } from '../architecture/sources.ts'
import { mutatedFiles } from './rooms.ts'
import { cache, type Tried } from './try-plan.ts'

type Reached = { readonly text: string; readonly ms: number; readonly mutants: readonly string[] }
type Kept = { readonly sources: string; readonly tests: Record<string, Reached> }

export type Reach = Readonly<Record<string, Reached>>

/** Real processes, browsers and many days: minutes for each mutant. The program that they start has none in it anyway. */
const takesLong =
  /^test\/(journeys|faults|houses|bin|ci|playground|architecture|words|mutants|simulation|support)\/|chromium|browser|local-|architecture\.test|contract\/render|\/rekey\.test|import-return/

export const quickTests = (tests: readonly string[]): readonly string[] => tests.filter((test) => !takesLong.test(test))

const kept = join(cache, 'reach.json')

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** `red`: the tests that fail without any mutant. Nothing can be learnt from them, so they are left out. */
export async function findReach(
  tests: readonly string[],
  tryAll: (entries: readonly { test: string }[], heard: (tried: Tried) => void) => Promise<void>,
  heard: (tried: Tried) => void,
): Promise<{ readonly reach: Reach; readonly red: readonly string[] }> {
  const found = read()
  const texts = new Map(tests.map((test) => [test, hash(textOf(test))]))
  const missing = tests.filter((test) => found.tests[test]?.text !== texts.get(test))
  const red: string[] = []
  await tryAll(
    missing.map((test) => ({ test })),
    (tried) => {
      heard(tried)
      if (tried.red !== undefined) red.push(`${tried.test}: ${tried.red}`)
      else found.tests[tried.test] = { text: texts.get(tried.test) ?? '', ms: tried.ms, mutants: tried.reached ?? [] }
    },
  )
  writeFileSync(kept, JSON.stringify(found))
  const reach = Object.fromEntries(tests.flatMap((test) => (found.tests[test] ? [[test, found.tests[test]]] : [])))
  return { reach, red }
}

function read(): Kept {
  const own = filesIn('test/mutants').filter((path) => /(mutators|make-mutants|rooms)\.ts$/.test(path))
  const sources = hash([...mutatedFiles(), ...own].map((path) => `${path}\n${textOf(path)}`).join('\n'))
  const before = existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as Kept) : undefined
  return before?.sources === sources ? before : { sources, tests: {} }
}
