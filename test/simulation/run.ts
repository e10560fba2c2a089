/** Lives N lives from seed S on: `npm run simulate -- --lives N --seed S`. Prints how many, how long, and each fault with its seed. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startLocalPostgres } from '../../adapters/postgres/local/start-local-postgres.ts'
import { migrate } from '../../adapters/postgres/schema/migrate.ts'
import { silentLog } from '../support/silent-log.ts'
import type { Lived } from './lives.ts'

/** While one waits for the database, the other lives: more than the two cores it is meant for gain nothing. */
const atOnce = 2

const { values } = parseArgs({
  options: { lives: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
})
const [lives, seed] = [Number(values.lives), Number(values.seed)]
if (!Number.isInteger(lives) || lives < 1 || !Number.isInteger(seed))
  throw new Error('--lives is a whole number from 1, --seed a whole number')

const dataDir = await mkdtemp(join(tmpdir(), 'unstuck-simulation-'))
const { url, stop } = await startLocalPostgres({ dataDir, log: silentLog, careless: true })
const began = performance.now()
const counted = { lives: 0, faults: 0 }

function tell({ seed: of, faults }: Lived): void {
  counted.lives++
  counted.faults += faults.length > 0 ? 1 : 0
  for (const fault of faults) console.log(`seed ${of}: ${fault}`)
}

/** Each lives on a database of its own. */
async function databaseFor(first: number): Promise<string> {
  const own = new URL(url)
  own.pathname = `/simulation_${first}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database simulation_${first}`).finally(() => client.end())
  await migrate(own.href)
  return own.href
}

async function liveSome(first: number): Promise<void> {
  const plan = { url: await databaseFor(first), first: seed + first, step: atOnce, end: seed + lives }
  const child = fork(join(import.meta.dirname, 'lives-process.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, LIVES: JSON.stringify(plan) },
  })
  child.on('message', (life) => tell(life as Lived))
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) counted.faults++
}

await Promise.all(Array.from({ length: atOnce }, (_, first) => liveSome(first)))
const seconds = (performance.now() - began) / 1_000
console.log(`${counted.lives} lives in ${seconds.toFixed(1)} s, ${counted.faults} with faults`)
await stop()
await rm(dataDir, { recursive: true, force: true })
process.exitCode = counted.faults > 0 ? 1 : 0
