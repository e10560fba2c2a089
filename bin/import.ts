/** `npm run import`: uses the database of the running program, or starts the local one for as long as it takes. */
import { CannotStartError } from '../adapters/postgres/local/cannot-start.ts'
import { useLocalPostgres } from '../adapters/postgres/local/use-local-postgres.ts'
import { createLog } from '../adapters/telemetry/log.ts'
import { runImport, type Importing } from '../adapters/terminal/import.ts'
import { dayOf } from '../src/calendar/london.ts'
import { readConfig } from './config.ts'
import { importReturn } from './import-return.ts'
import { openWorld } from './open-world.ts'

async function open(): Promise<Importing> {
  const read = readConfig(process.env)
  if ('problems' in read) throw new CannotStartError(read.problems.join('\n'))
  // Standard output is the report's: it may be read by a program.
  const { world, close } = await openWorld(read.config, createLog('silent'), useLocalPostgres)
  return {
    today: dayOf(world.clock.now()),
    importReturn: (asked) => importReturn(world, asked),
    close,
  }
}

try {
  process.exitCode = await runImport(process.argv.slice(2), {
    open,
    out: (words) => process.stdout.write(words),
    err: (words) => process.stderr.write(words),
    watched: process.stderr.isTTY,
  })
} catch (error) {
  if (!(error instanceof CannotStartError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
