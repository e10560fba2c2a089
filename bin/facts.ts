import { createFactLog } from '../adapters/postgres/read-facts.ts'
import { printFacts } from '../adapters/terminal/facts.ts'
import { withDatabase } from './with-database.ts'

await withDatabase(({ opened }) =>
  printFacts(process.argv.slice(2), createFactLog(opened.db), {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
  }),
)
