/** `npm run facts -- REFERENCE` */
import { createFactLog } from '../../adapters/postgres/log/read-facts.ts'
import { printFacts } from '../../adapters/terminal/facts.ts'
import { command, terminal } from './command.ts'

await command((open) =>
  printFacts(process.argv.slice(2), async () => createFactLog((await open()).opened.db), terminal),
)
