/** For commands: the settings, the log and the database of the running program, or one of its own while it works. */
import { openDatabase, type Opened } from '../adapters/postgres/database.ts'
import { CannotStartError } from '../adapters/postgres/local/cannot-start.ts'
import { useLocalPostgres } from '../adapters/postgres/local/use-local-postgres.ts'
import { migrate } from '../adapters/postgres/migrate.ts'
import { createLog } from '../adapters/telemetry/log.ts'
import type { Log } from '../src/ports/log.ts'
import { readConfig, type Config } from './config.ts'

export type Commanded = { readonly config: Config; readonly opened: Opened; readonly log: Log }

/** Ends the process with the exit code that `work` gives. */
export async function withDatabase(work: (commanded: Commanded) => Promise<number>): Promise<never> {
  try {
    process.exit(await run(work))
  } catch (error) {
    if (!(error instanceof CannotStartError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

async function run(work: (commanded: Commanded) => Promise<number>): Promise<number> {
  const read = readConfig(process.env)
  if ('problems' in read) throw new CannotStartError(read.problems.join('\n'))
  const { config } = read
  const log = createLog('warn')
  const local = config.databaseUrl ? undefined : await useLocalPostgres({ dataDir: config.dataDir, log })
  const url = config.databaseUrl ?? local?.url ?? ''
  try {
    await migrate(url)
    const opened = openDatabase(url, 4)
    try {
      return await work({ config, opened, log })
    } finally {
      await opened.close()
    }
  } finally {
    await local?.stop()
  }
}
