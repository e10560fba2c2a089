/**
 * Runs the entries of a plan in one warm process: a test file, with one mutant switched on or none. What follows the
 * first red test of a mutant is passed over. Each entry leaves a line in a file, so a process that dies loses only one.
 */
import { appendFileSync, readFileSync } from 'node:fs'
import type { RunnerTask, RunnerTestFile } from 'vitest'
import { VitestTestRunner } from 'vitest/runners'
import { noteReach, type FileReach } from './note-reach.ts'
import { switchName } from './switch-name.ts'

/** No mutant: the tests run as they are, and what they reach is written down. */
export type Entry = {
  readonly test: string
  readonly mutant?: string
  /** Only these tests of the file, by their full names; all, where it is not said. */
  readonly only?: readonly string[]
  /**
   * `check`: the same few tests without the mutant, where one went red: some need what those before them left behind.
   * `all`: the whole file, where that check went red as well.
   */
  readonly after?: 'check' | 'all'
}

export type Ran = {
  readonly entry: number
  /** The first test that went red. */
  readonly red?: string
  readonly ms: number
  readonly reached?: FileReach
  /** Time was up before it could begin. */
  readonly late?: true
}

export type Begun = { readonly entry: number; readonly pid: number }

export type Plan = {
  readonly entries: readonly Entry[]
  readonly from: number
  /** No entry begins after it; milliseconds since 1970. */
  readonly until?: number
  readonly to: string
}

const { entries, from, until, to } = JSON.parse(readFileSync(process.env['MUTANTS_PLAN'] ?? '', 'utf8')) as Plan

const now: { entry: number; of?: Entry | undefined; red?: string | undefined; began: number } = {
  ...{ entry: from - 1, of: entries[from], began: 0 },
}
let noted = noteReach()
const noticed = new Set<string>()
/** Few tests that were green without a mutant, up to the one that went red with it. */
const proven = new Set<string>()
let doubted: { readonly mutant: string; readonly red: string } | undefined
let isAllWanted = false

const isSwitchedOn = (): boolean => now.of?.mutant !== undefined && now.of.after !== 'check'

Object.assign(globalThis, {
  [switchName](key: string): boolean {
    if (now.of?.mutant === undefined) noted.reach(key)
    return key === now.of?.mutant && isSwitchedOn()
  },
})

const write = (line: Ran | Begun): void => appendFileSync(to, `${JSON.stringify(line)}\n`)

export default class MutantRunner extends VitestTestRunner {
  override importFile(path: string, source: 'collect' | 'setup'): unknown {
    if (source !== 'collect') return super.importFile(path, source)
    begin()
    if (!isRun()) return undefined
    const modules = (this as unknown as Loaded).workerState.evaluatedModules
    for (const module of modules.fileToModulesMap.get(path) ?? []) modules.invalidateModule(module)
    return super.importFile(path, source)
  }

  onCollected(files: RunnerTestFile[]): void {
    const only = now.of?.only
    if (only && isRun()) for (const file of files) leaveOnly(file, new Set(only))
  }

  override async onBeforeRunTask(test: Parameters<VitestTestRunner['onBeforeRunTask']>[0]): Promise<void> {
    if (now.red !== undefined) test.mode = 'skip'
    if (test.mode !== 'skip') write({ entry: now.entry, pid: process.pid })
    noted.begin(nameOf(test))
    await super.onBeforeRunTask(test)
  }

  override onAfterRunTask(test: Parameters<VitestTestRunner['onAfterRunTask']>[0]): void {
    noted.end(nameOf(test))
    if (test.result?.state === 'fail') now.red ??= nameOf(test)
    else if (now.of?.after === 'check' && nameOf(test) === doubted?.red) now.red ??= '' // it was green: no more is asked
    super.onAfterRunTask(test)
  }

  override onAfterRunFiles(files?: readonly RunnerTestFile[]): void {
    if (isRun()) end(files ?? [])
    super.onAfterRunFiles()
  }
}

type Module = object
type Loaded = {
  readonly workerState: {
    readonly evaluatedModules: {
      readonly fileToModulesMap: ReadonlyMap<string, ReadonlySet<Module>>
      invalidateModule(module: Module): void
    }
  }
}

function nameOf(task: RunnerTask): string {
  return task.suite && task.suite.name !== '' ? `${nameOf(task.suite)} > ${task.name}` : task.name
}

/** Whether anything is left of it. */
function leaveOnly(task: RunnerTask, only: ReadonlySet<string>): boolean {
  const isLeft = 'tasks' in task ? task.tasks.filter((one) => leaveOnly(one, only)).length > 0 : only.has(nameOf(task))
  if (!isLeft) task.mode = 'skip'
  return isLeft
}

let runs = false
const isRun = (): boolean => runs

function isWanted({ mutant, after }: Entry): boolean {
  if (mutant === undefined) return true
  if (after === 'check') return doubted?.mutant === mutant && !proven.has(proofOf(doubted.red))
  if (after === 'all') return isAllWanted && !noticed.has(mutant)
  return !noticed.has(mutant)
}

const proofOf = (red: string): string => JSON.stringify([now.of?.test, now.of?.only, red])

function begin(): void {
  now.entry += 1
  now.of = entries[now.entry]
  now.red = undefined
  now.began = performance.now()
  noted = noteReach()
  runs = now.of !== undefined && isWanted(now.of)
  if (now.of?.after === undefined) [doubted, isAllWanted] = [undefined, false]
  if (runs && until !== undefined && Date.now() > until) {
    runs = false
    write({ entry: now.entry, ms: 0, late: true })
  }
  if (runs) write({ entry: now.entry, pid: process.pid })
}

function end(files: readonly RunnerTestFile[]): void {
  const red = now.red ?? files.map(redIn).find((name) => name !== undefined)
  judge(red)
  write({
    entry: now.entry,
    ms: Math.round(performance.now() - now.began),
    ...(red !== undefined && red !== '' && { red }),
    ...(now.of?.mutant === undefined && { reached: noted.read() }),
  })
}

function judge(red: string | undefined): void {
  const { mutant, only, after } = now.of ?? {}
  if (mutant === undefined) return
  if (after === 'check') {
    isAllWanted = red !== undefined && red !== ''
    if (isAllWanted) noticed.delete(mutant)
    else if (doubted) proven.add(proofOf(doubted.red))
  } else if (red !== undefined) {
    noticed.add(mutant)
    if (only) doubted = { mutant, red }
  }
}

function redIn(task: RunnerTask): string | undefined {
  const inside = 'tasks' in task ? task.tasks.map(redIn).find((name) => name !== undefined) : undefined
  return inside ?? (task.result?.state === 'fail' ? nameOf(task) : undefined)
}
