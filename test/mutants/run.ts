/** `npm run mutants`: one fault at a time is put into the program, and some test has to go red. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { textOf } from '../architecture/sources.ts'
import { sampleOf, testsFor } from './choose.ts'
import { makeMutants, type Mutant } from './make-mutants.ts'
import { readOptions, type Options } from './options.ts'
import { findReach, quickTests } from './reach.ts'
import { linesOf, reportOf, type MayLive, type Outcome } from './report.ts'
import { filesChangedSince, mutatedFiles, roomOf } from './rooms.ts'
import { cache, openTrials } from './try-plan.ts'

const options = readOptions(process.argv.slice(2))
const mayLive = JSON.parse(readFileSync(join(import.meta.dirname, 'may-live.json'), 'utf8')) as MayLive
const files = mutatedFiles()
const chosen = sampleOf(mutantsIn(files.filter((file) => isWanted(file, options))), options.sample, options.seed)
const began = performance.now()
const seconds = (): string => `${Math.round((performance.now() - began) / 1000)} s`

console.log(`${chosen.length} mutants in ${new Set(chosen.map(({ file }) => file)).size} files`)
const trials = await openTrials(new Set(files))
try {
  const { reach, red } = await findReach(quickTests(trials.tests).filter(isAskedFor), trials.tryAll, ({ test, ms }) => {
    console.log(`reads what ${test} reaches: ${ms} ms`)
  })
  const outcomes = await outcomesOf(chosen.map((mutant) => ({ mutant, tests: testsFor(mutant, reach, options.tests) })))
  const report = reportOf(outcomes, mayLive)
  writeFileSync(join(cache, 'report.json'), JSON.stringify({ options, ...report }, undefined, 2))
  console.log(
    [...linesOf(report), ...red.map((test) => `red without any mutant: ${test}`), `in ${seconds()}`].join('\n'),
  )
  process.exitCode = report.tooMany.length + red.length > 0 ? 1 : 0
} finally {
  await trials.close()
}

type Planned = { readonly mutant: Mutant; readonly tests: ReturnType<typeof testsFor> }

/** Those that are read at load go one by one, each in a process of its own. */
async function outcomesOf(planned: readonly Planned[]): Promise<readonly Outcome[]> {
  const red = new Map<string, string>()
  const warm = planned.filter(({ mutant }) => !mutant.atLoad).flatMap(({ tests }) => tests)
  const cold = planned.filter(({ mutant }) => mutant.atLoad).map(({ tests }) => tests)
  for (const tests of [warm, ...cold].filter(({ length }) => length > 0))
    await trials.tryAll(tests, ({ mutant, ...tried }) => {
      if (mutant === undefined || tried.red === undefined) return
      red.set(mutant, tried.red)
      console.log(`${seconds()}  noticed: ${mutant}  by ${tried.test}`)
    })
  return planned.map(({ mutant, tests }) => {
    const by = red.get(mutant.key)
    return { mutant, reached: tests.length > 0, ...(by !== undefined && { red: by }) }
  })
}

function isAskedFor(test: string): boolean {
  return options.by.length === 0 || options.by.some((start) => test.startsWith(start))
}

function isWanted(file: string, { rooms, files: named, changedSince }: Options): boolean {
  if (changedSince !== undefined && !filesChangedSince(changedSince).has(file)) return false
  const room = roomOf(file) ?? ''
  if (rooms.length + named.length === 0) return true
  return rooms.includes(room) || named.some((path) => file === path || file.startsWith(`${path}/`))
}

function mutantsIn(of: readonly string[]): readonly Mutant[] {
  const all = of.flatMap((file) => makeMutants(file, textOf(file)).mutants)
  return all.filter(({ said }) => said.includes(options.said ?? ''))
}
