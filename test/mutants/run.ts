/** `npm run mutants`: one fault at a time is put into the program, and some test has to go red. */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { textOf } from '../architecture/sources.ts'
import { isOfRoom, quickestMs, sampleOf, testsFor } from './choose.ts'
import { makeMutants, type Mutant } from './make-mutants.ts'
import { readOptions, type Options } from './options.ts'
import { findReach, quickTests, type Reach } from './reach.ts'
import { linesOf, reportOf, type MayLive, type Outcome, type Report } from './report.ts'
import { filesChangedSince, mutatedFiles, roomOf } from './rooms.ts'
import type { Entry } from './runner.ts'
import { cache, openTrials, type Tried } from './try-plan.ts'

const options = readOptions(process.argv.slice(2))
const lastReport = join(cache, 'report.json')
const mayLive = JSON.parse(readFileSync(join(import.meta.dirname, 'may-live.json'), 'utf8')) as MayLive
const files = mutatedFiles()
const changed = options.changedSince === undefined ? undefined : filesChangedSince(options.changedSince)
const all = mutantsIn(files.filter((file) => isWanted(file, options)))
const chosen = sampleOf(all, options.sample, options.seed)
const began = performance.now()
const seconds = (): string => `${Math.round((performance.now() - began) / 1000)} s`
const startedAt = Date.now()
/** Reading what tests reach may take half of the time. */
const until = { read: startedAt + options.within * 500, tried: startedAt + options.within * 1000 }

console.log(`${chosen.length} mutants of ${all.length}, in ${new Set(chosen.map(({ file }) => file)).size} files`)
if (chosen.length > 0) await tryThem()
else console.log('there is nothing to try')

async function tryThem(): Promise<void> {
  const trials = await openTrials(new Set(files))
  try {
    const { reach, red, isWhole } = await findReach(
      testsToRead(trials.tests),
      (entries, heard) => trials.tryAll(entries, until.read, heard),
      ({ test, ms }) => {
        console.log(`reads what ${test} reaches: ${ms} ms`)
      },
    )
    console.log(`${seconds()}  begins to try them`)
    const isShort = options.within < Infinity
    const ordered = isShort ? quickestFirst(chosen, reach) : inOrder(chosen)
    const planned = ordered.map((mutant) => ({ mutant, tests: testsFor(mutant, reach, options) }))
    const outcomes = await outcomesOf(planned, (entries, heard) => trials.tryAll(entries, until.tried, heard))
    const unseen = ({ reached }: Outcome): boolean => !reached && (options.near || !isWhole)
    const judged = outcomes.map((outcome) => (unseen(outcome) ? { ...outcome, notJudged: true } : outcome))
    const report = reportOf(judged, mayLive, all, options.mayLive)
    writeFileSync(lastReport, JSON.stringify({ options, ...report }, undefined, 2))
    console.log(
      [...linesOf(report), ...red.map((test) => `red without any mutant: ${test}`), `in ${seconds()}`].join('\n'),
    )
    process.exitCode = report.tooMany.length + red.length > 0 ? 1 : 0
  } finally {
    await trials.close()
  }
}

/** As the rooms were asked for. */
function inOrder(mutants: readonly Mutant[]): readonly Mutant[] {
  const orderOf = ({ file }: Mutant): number => options.rooms.indexOf(roomOf(file) ?? '')
  return mutants.toSorted((a, b) => orderOf(a) - orderOf(b))
}

function quickestFirst(mutants: readonly Mutant[], reach: Reach): readonly Mutant[] {
  const took = new Map(mutants.map((mutant) => [mutant, quickestMs(mutant, reach)]))
  return mutants.toSorted((a, b) => (took.get(a) ?? 0) - (took.get(b) ?? 0))
}

type Planned = { readonly mutant: Mutant; readonly tests: readonly Entry[] }
type TryAll = (entries: readonly Entry[], heard: (tried: Tried) => void) => Promise<void>

/** Those that are read at load go one by one, each in a process of its own. */
async function outcomesOf(planned: readonly Planned[], tryAll: TryAll): Promise<readonly Outcome[]> {
  const red = new Map<string, string>()
  const late = new Set<string>()
  let last: string | undefined
  const hear = ({ mutant, ...tried }: Tried): void => {
    if (last !== undefined && last !== mutant && !red.has(last) && !late.has(last))
      console.log(`${seconds()}  lives: ${last}`)
    last = mutant
    if (mutant === undefined) return
    if (tried.late) late.add(mutant)
    else if (tried.after === 'check' && tried.red !== undefined) red.delete(mutant)
    else if (tried.red !== undefined) {
      red.set(mutant, `${tried.test}: ${tried.red}`)
      console.log(`${seconds()}  noticed: ${mutant}  by ${tried.test}`)
    }
  }
  const warm = planned.filter(({ mutant }) => !mutant.atLoad).flatMap(({ tests }) => tests)
  const cold = planned.filter(({ mutant }) => mutant.atLoad).map(({ tests }) => tests)
  for (const tests of [warm, ...cold].filter(({ length }) => length > 0)) await tryAll(tests, hear)
  return planned.map(({ mutant, tests }): Outcome => {
    const by = red.get(mutant.key)
    return {
      ...{ mutant, reached: tests.length > 0 },
      ...(by !== undefined && { red: by }),
      ...(late.has(mutant.key) && { notJudged: true }),
    }
  })
}

/** Those first that are called as a file with mutants is; slow ones where they are asked for by name. */
function testsToRead(all: readonly string[]): readonly string[] {
  const names = new Set(chosen.map(({ file }) => basename(file, '.ts')))
  const isNamesake = (test: string): boolean => names.has(basename(test, '.test.ts'))
  const asked = (options.by.length > 0 ? all : quickTests(all)).filter(isAskedFor)
  return [...asked.filter(isNamesake), ...asked.filter((test) => !isNamesake(test))]
}

function isAskedFor(test: string): boolean {
  if (options.near && !chosen.some(({ file }) => isOfRoom(test, file))) return false
  return options.by.length === 0 || options.by.some((start) => test.startsWith(start))
}

function isWanted(file: string, { rooms, files: named }: Options): boolean {
  if (changed && !changed.has(file)) return false
  const room = roomOf(file) ?? ''
  if (rooms.length + named.length === 0) return true
  return rooms.includes(room) || named.some((path) => file === path || file.startsWith(`${path}/`))
}

function mutantsIn(of: readonly string[]): readonly Mutant[] {
  const made = of.flatMap((file) => makeMutants(file, textOf(file)).mutants)
  const lived = options.lived ? livedBefore() : undefined
  return made.filter(({ key, said }) => said.includes(options.said ?? '') && (lived?.has(key) ?? true))
}

function livedBefore(): ReadonlySet<string> {
  const { survivors, notJudged } = JSON.parse(readFileSync(lastReport, 'utf8')) as Report
  return new Set([...survivors, ...notJudged].map(({ mutant }) => mutant.key))
}
