/**
 * Runs the entries of a plan in one warm process: a test file, with one mutant switched on or none. What follows the
 * first red test of a mutant is passed over. Each entry leaves a line in a file, so a process that dies loses only one.
 */
import { appendFileSync, readFileSync } from 'node:fs'
import type { RunnerTask, RunnerTestFile } from 'vitest'
import { VitestTestRunner } from 'vitest/runners'
import { noteReach, type FileReach } from './note-reach.ts'
import { switchName } from './switch-name.ts'
import { takeTurns } from './take-turns.ts'

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

const now = { entry: from - 1, began: 0, runs: false, isOver: false } as {
  entry: number
  of?: Entry | undefined
  began: number
  runs: boolean
  red?: string | undefined
  /** The rest of this file tells nothing more. */
  isOver: boolean
}
let noted = noteReach()
const turns = takeTurns()

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
    if (!now.runs) return undefined
    const modules = (this as unknown as Loaded).workerState.evaluatedModules
    for (const module of modules.fileToModulesMap.get(path) ?? []) modules.invalidateModule(module)
    return super.importFile(path, source)
  }

  onCollected(files: RunnerTestFile[]): void {
    const only = now.of?.only
    if (only && now.runs) for (const file of files) leaveOnly(file, new Set(only))
  }

  override async onBeforeRunTask(test: Parameters<VitestTestRunner['onBeforeRunTask']>[0]): Promise<void> {
    if (now.isOver) test.mode = 'skip'
    if (test.mode !== 'skip') write({ entry: now.entry, pid: process.pid })
    noted.begin(nameOf(test))
    await super.onBeforeRunTask(test)
  }

  override onAfterRunTask(test: Parameters<VitestTestRunner['onAfterRunTask']>[0]): void {
    noted.end(nameOf(test))
    if (test.result?.state === 'fail') now.red ??= nameOf(test)
    now.isOver ||= now.red !== undefined || (now.of !== undefined && turns.isProof(now.of, nameOf(test)))
    super.onAfterRunTask(test)
  }

  override onAfterRunFiles(files?: readonly RunnerTestFile[]): void {
    if (now.runs) end(files ?? [])
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

function begin(): void {
  now.entry += 1
  now.of = entries[now.entry]
  now.red = undefined
  now.isOver = false
  now.began = performance.now()
  noted = noteReach()
  now.runs = now.of !== undefined && turns.isWanted(now.of)
  if (now.runs && until !== undefined && Date.now() > until) {
    now.runs = false
    write({ entry: now.entry, ms: 0, late: true })
  }
  if (now.runs) write({ entry: now.entry, pid: process.pid })
}

function end(files: readonly RunnerTestFile[]): void {
  const red = now.red ?? files.map(redIn).find((name) => name !== undefined)
  if (now.of) turns.judge(now.of, red)
  write({
    entry: now.entry,
    ms: Math.round(performance.now() - now.began),
    ...(red !== undefined && { red }),
    ...(now.of?.mutant === undefined && { reached: noted.read() }),
  })
}

function redIn(task: RunnerTask): string | undefined {
  const inside = 'tasks' in task ? task.tasks.map(redIn).find((name) => name !== undefined) : undefined
  return inside ?? (task.result?.state === 'fail' ? nameOf(task) : undefined)
}
