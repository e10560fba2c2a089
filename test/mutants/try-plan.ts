/** One vitest, with a database that stays up, for as many plans as there are; a process that hangs is ended. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createVitest, type TestSpecification, type Vitest } from 'vitest/node'
import { makeMutants } from './make-mutants.ts'
import type { Begun, Entry, Plan, Ran } from './runner.ts'
import { switchName } from './switch-name.ts'

const root = join(import.meta.dirname, '..', '..')
export const cache = join(root, 'node_modules', '.cache', 'unstuck-mutants')
const planFile = join(cache, `plan-${process.pid}.json`)
const ranFile = join(cache, `ran-${process.pid}.jsonl`)

/** Longer than any one test, with what runs before it, may wait for something that does not come. */
const stallMs = 60_000

export type Tried = Omit<Ran, 'entry'> & Entry

export async function openTrials(files: ReadonlySet<string>) {
  mkdirSync(cache, { recursive: true })
  process.env['CI'] = '1' // nothing that a mutant draws becomes what is expected
  Object.assign(globalThis, { [switchName]: () => false })
  const vitest = await createVitest(
    'test',
    {
      config: join(root, 'vitest.config.ts'),
      root,
      watch: false,
      update: false,
      maxWorkers: 1,
      reporters: [{}],
      runner: join(import.meta.dirname, 'runner.ts'),
      testTimeout: 20_000,
      hookTimeout: 30_000,
      sequence: { sequencer: AsPlanned },
      env: { MUTANTS_PLAN: planFile },
      onConsoleLog: () => false,
    },
    { plugins: [mutating(files)], server: { watch: null } },
  )
  return {
    tests: (await vitest.globTestSpecifications()).map(({ moduleId }) => moduleId.slice(root.length + 1)).toSorted(),
    /** No entry begins after `until`, in milliseconds since 1970. */
    tryAll: (entries: readonly Entry[], until: number, heard: (tried: Tried) => void) =>
      tryAll(vitest, until, entries, heard),
    close: async () => {
      await vitest.close()
      for (const file of [planFile, ranFile]) rmSync(file, { force: true })
    },
  }
}

class AsPlanned {
  shard = (files: TestSpecification[]): TestSpecification[] => files
  sort = (files: TestSpecification[]): TestSpecification[] => files
}

const mutating = (files: ReadonlySet<string>) => ({
  name: 'mutants',
  enforce: 'pre' as const,
  transform(code: string, id: string): string | undefined {
    const path = id.slice(root.length + 1)
    return files.has(path) ? makeMutants(path, code).code : undefined
  },
})

/** Every entry is heard of, in order; those after the first red one of their mutant are not run. */
async function tryAll(
  vitest: Vitest,
  until: number,
  entries: readonly Entry[],
  heard: (tried: Tried) => void,
): Promise<void> {
  const project = vitest.getRootProject()
  for (let from = 0; from < entries.length;) {
    const plan: Plan = { entries, from, to: ranFile, ...(until < Infinity && { until }) }
    writeFileSync(planFile, JSON.stringify(plan))
    writeFileSync(ranFile, '')
    const following = follow((ran) => heard({ ...entries[ran.entry], ...ran } as Tried))
    const specifications = entries.slice(from).map(({ test }) => project.createSpecification(join(root, test)))
    await vitest.runTestSpecifications(specifications).catch(() => undefined)
    const unfinished = following.end()
    if (unfinished === undefined) return
    const died = entries[unfinished]
    if (died) heard({ ...died, red: 'its process died, or hung', ms: stallMs })
    from = unfinished + 1
    while (died?.mutant !== undefined && entries[from]?.mutant === died.mutant) from += 1
  }
}

/** Reads what the process writes, and ends it where it writes nothing for too long. */
function follow(heard: (ran: Ran) => void) {
  let [read, since] = [0, Date.now()]
  let begun: Begun | undefined
  const look = (): void => {
    const lines = linesRead()
    if (lines.length > read) since = Date.now()
    for (const line of lines.slice(read)) {
      if ('pid' in line) begun = line
      else {
        begun = undefined
        heard(line)
      }
    }
    read = lines.length
    if (begun && Date.now() - since > stallMs) endIfAlive(begun.pid)
  }
  const looking = setInterval(look, 1_000)
  return {
    /** The entry that was begun and not finished. */
    end(): number | undefined {
      clearInterval(looking)
      look()
      return begun?.entry
    },
  }
}

const linesRead = (): readonly (Ran | Begun)[] =>
  readFileSync(ranFile, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Ran | Begun)

function endIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
