/**
 * Runs the entries of a plan in one warm process: a test file, with one mutant switched on or none. What follows the
 * first red test of a mutant is passed over. Each entry leaves a line in a file, so a process that dies loses only one.
 */
import { appendFileSync, readFileSync } from 'node:fs'
import type { RunnerTask, RunnerTestFile } from 'vitest'
import { VitestTestRunner } from 'vitest/runners'
import { switchName } from './make-mutants.ts'

/** No mutant: the tests run as they are, and what they reach is written down. */
export type Entry = { readonly test: string; readonly mutant?: string }

export type Ran = {
  readonly entry: number
  /** The first test that went red. */
  readonly red?: string
  readonly ms: number
  readonly reached?: readonly string[]
}

export type Begun = { readonly entry: number; readonly pid: number }

const { entries, from, to } = JSON.parse(readFileSync(process.env['MUTANTS_PLAN'] ?? '', 'utf8')) as {
  readonly entries: readonly Entry[]
  readonly from: number
  readonly to: string
}

const now = { entry: from - 1, mutant: entries[from]?.mutant, red: undefined as string | undefined, began: 0 }
let reached = new Set<string>()
const noticed = new Set<string>()

Object.assign(globalThis, {
  [switchName](key: string): boolean {
    reached.add(key)
    return key === now.mutant
  },
})

const write = (line: Ran | Begun): void => appendFileSync(to, `${JSON.stringify(line)}\n`)

export default class MutantRunner extends VitestTestRunner {
  override importFile(path: string, source: 'collect' | 'setup'): unknown {
    if (source !== 'collect') return super.importFile(path, source)
    begin()
    if (isOver()) return undefined
    const modules = (this as unknown as Loaded).workerState.evaluatedModules
    for (const module of modules.fileToModulesMap.get(path) ?? []) modules.invalidateModule(module)
    return super.importFile(path, source)
  }

  override async onBeforeRunTask(test: Parameters<VitestTestRunner['onBeforeRunTask']>[0]): Promise<void> {
    if (now.red !== undefined) test.mode = 'skip'
    await super.onBeforeRunTask(test)
  }

  override onAfterRunTask(test: Parameters<VitestTestRunner['onAfterRunTask']>[0]): void {
    if (test.result?.state === 'fail') now.red ??= test.name
    super.onAfterRunTask(test)
  }

  override onAfterRunFiles(files?: readonly RunnerTestFile[]): void {
    if (!isOver()) end(files ?? [])
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

const isOver = (): boolean => now.mutant !== undefined && noticed.has(now.mutant)

function begin(): void {
  now.entry += 1
  now.mutant = entries[now.entry]?.mutant
  now.red = undefined
  now.began = performance.now()
  reached = new Set()
  if (!isOver()) write({ entry: now.entry, pid: process.pid })
}

function end(files: readonly RunnerTestFile[]): void {
  const red = now.red ?? files.map(redIn).find((name) => name !== undefined)
  if (red !== undefined && now.mutant !== undefined) noticed.add(now.mutant)
  write({
    entry: now.entry,
    ms: Math.round(performance.now() - now.began),
    ...(red !== undefined && { red }),
    ...(now.mutant === undefined && { reached: [...reached] }),
  })
}

function redIn(task: RunnerTask): string | undefined {
  const inside = 'tasks' in task ? task.tasks.map(redIn).find((name) => name !== undefined) : undefined
  return inside ?? (task.result?.state === 'fail' ? task.name : undefined)
}
