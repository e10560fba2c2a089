/** A command beside the running program: on its database, or on the local one for as long as the command takes. */
import { existsSync } from 'node:fs'
import { CannotStartError } from '../../doors/cannot-start.ts'
import { useLocalPostgres } from '../../adapters/postgres/local/use-local-postgres.ts'
import { createLog } from '../../adapters/telemetry/log.ts'
import type { Terminal } from '../../adapters/terminal/terminal.ts'
import type { Resources } from '../wiring/resources.ts'
import { loadConfig } from '../config/load-config.ts'
import { openResources } from '../wiring/open-resources.ts'

export const terminal: Terminal = {
  out: (words) => process.stdout.write(words),
  err: (words) => process.stderr.write(words),
}

/** As `npm start` reads it. */
export function environment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile()
  return process.env
}

/** `work` opens the database once it is clear what was asked, and gives the exit code. */
export async function command(work: (open: () => Promise<Resources>) => Promise<number>): Promise<void> {
  let close = () => Promise.resolve()
  async function open(): Promise<Resources> {
    const config = await loadConfig(environment())
    // Standard output is the command's: it may be read by a program.
    const opened = await openResources(config, createLog('silent'), useLocalPostgres)
    close = opened.close
    return opened.world
  }
  try {
    process.exitCode = await work(open)
  } catch (error) {
    if (!(error instanceof CannotStartError)) throw error
    terminal.err(`${error.message}\n`)
    process.exitCode = 1
  } finally {
    await close()
  }
}
