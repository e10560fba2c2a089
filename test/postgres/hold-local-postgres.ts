/** A process that holds a local PostgreSQL until it is told to stop: `DATA_DIR` → the address on standard output. */
import pg from 'pg'
import { startLocalPostgres } from '../../adapters/postgres/local/start-local-postgres.ts'
import { silentLog } from '../support/silent-log.ts'

const local = await startLocalPostgres({ dataDir: process.argv[2] ?? '', log: silentLog, careless: true })
process.once('SIGINT', () => void drain())
setInterval(() => undefined, 60_000)
console.log(local.url)

async function drain(): Promise<void> {
  const client = new pg.Client({ connectionString: local.url })
  await client.connect()
  await client.query('insert into drained default values')
  await client.end()
  await local.stop()
  process.exit(0)
}
