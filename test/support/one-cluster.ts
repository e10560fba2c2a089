/** One PostgreSQL for the whole run, thrown away after it, with a template that is migrated once. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProvidedContext } from 'vitest'
import type { TestProject } from 'vitest/node'
import { FolderInUseError } from '../../adapters/postgres/local/folder-lock.ts'
import { startLocalPostgres } from '../../adapters/postgres/local/start-local-postgres.ts'
import { compile } from './compiled.ts'
import { bySocket, quickly } from './quick-database.ts'
import { removeOldScratch, scratch } from './scratch.ts'
import { silentLog } from './silent-log.ts'

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can be added to
  export interface ProvidedContext {
    /** Where the template is, or why there is none: suites that need no database run all the same. */
    template: { readonly url: string } | { readonly problem: string }
  }
}

const aMinuteMs = 60_000
const prefix = 'unstuck-test-cluster-'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  compile()
  await removeLeftovers()
  removeOldScratch()
  const dataDir = await mkdtemp(join(scratch, prefix))
  const { url, stop } = await startLocalPostgres({ dataDir, log: silentLog, careless: true, settings: quickly })
  project.provide('template', await migrated(bySocket(url, dataDir)))
  return async () => {
    await stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function migrated(url: string): Promise<ProvidedContext['template']> {
  try {
    const { migrate } = await import('../../adapters/postgres/schema/migrate.ts')
    await migrate(url)
    return { url }
  } catch (error) {
    const { message, cause } = error as Error
    return { problem: cause instanceof Error ? `${message}: ${cause.message}` : message }
  }
}

/** What a run that was killed left behind: stopped and removed, unless another run is using it. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(scratch)) {
    if (!name.startsWith(prefix)) continue
    const dataDir = join(scratch, name)
    const made = await stat(dataDir).catch(() => undefined)
    if (!made || Date.now() - made.birthtimeMs < aMinuteMs) continue // another run may be making it
    try {
      const { stop } = await startLocalPostgres({ dataDir, log: silentLog, careless: true, patienceMs: 0 })
      await stop()
      await rm(dataDir, { recursive: true, force: true })
    } catch (error) {
      if (!(error instanceof FolderInUseError)) console.warn(`cannot remove ${dataDir}`, error)
    }
  }
}
