/** The local PostgreSQL for a command that runs beside the program. */
import { setTimeout as pause } from 'node:timers/promises'
import { urlAt } from './connect.ts'
import { dataFolder } from './data-folder.ts'
import { FolderInUseError } from './folder-lock.ts'
import { runningPostmaster } from './postmaster.ts'
import { startLocalPostgres, type LocalPostgres, type LocalPostgresNeeds } from './start-local-postgres.ts'

/** The address of the PostgreSQL that serves this folder now, if one does. */
export async function findRunningPostgres(dataDir: string): Promise<string | undefined> {
  const folder = dataFolder(dataDir)
  const running = await runningPostmaster(folder)
  return running && !running.stopping ? urlAt(running.port, folder) : undefined
}

const attempts = 20

/** For a command such as an import: the database of the running program, or one of its own while the command works. */
export async function useLocalPostgres(needs: LocalPostgresNeeds): Promise<LocalPostgres> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startLocalPostgres({ ...needs, patienceMs: 0 })
    } catch (error) {
      if (!(error instanceof FolderInUseError)) throw error
      const url = await findRunningPostgres(needs.dataDir)
      if (url !== undefined) return { url, stop: () => Promise.resolve() }
      if (attempt === attempts) throw error
      await pause(500) // the program that holds the folder is only starting
    }
  }
}
