/**
 * Lives N lives from seed S on: `npm run simulate -- --lives N --seed S`. Prints each fault with its seed, what was reached
 * and how often, how many lives and how long.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startLocalPostgres } from '../../adapters/postgres/local/start-local-postgres.ts'
import { migrate } from '../../adapters/postgres/schema/migrate.ts'
import { silentLog } from '../support/silent-log.ts'
import { addTo, tableOf, type Coverage } from './coverage.ts'
import type { Lived } from './lives.ts'
import { bySocket, quickly } from '../support/quick-database.ts'

/** While one waits for the database, the other lives: more than the two cores it is meant for gain nothing. */
const atOnce = 2

const { values } = parseArgs({
  options: { lives: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
})
const [lives, seed] = [Number(values.lives), Number(values.seed)]
if (!Number.isInteger(lives) || lives < 1 || !Number.isInteger(seed))
  throw new Error('--lives is a whole number from 1, --seed a whole number')

const began = performance.now()
const counted = { lives: 0, faults: 0 }
const coverage: Coverage = {}
const children = new Set<ChildProcess>()
let interrupted: NodeJS.Signals | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    interrupted = signal
    for (const child of children) child.kill()
  })

function tell({ seed: of, faults, coverage: reached }: Lived): void {
  counted.lives++
  counted.faults += faults.length > 0 ? 1 : 0
  addTo(coverage, reached)
  for (const fault of faults) console.log(`seed ${of}: ${fault}`)
}

/** Each lives on a database of its own. */
async function databaseFor(url: string, first: number): Promise<string> {
  const own = new URL(url)
  own.pathname = `/simulation_${first}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database simulation_${first}`).finally(() => client.end())
  await migrate(own.href)
  return own.href
}

async function liveSome(url: string, dataDir: string, first: number): Promise<void> {
  const own = bySocket(await databaseFor(url, first), dataDir)
  if (interrupted) return
  const plan = { url: own, first: seed + first, step: atOnce, end: seed + lives }
  const child = fork(join(import.meta.dirname, 'lives-process.ts'), {
    execArgv: ['--import', 'tsx', '--max-semi-space-size=64'],
    env: { ...process.env, LIVES: JSON.stringify(plan) },
  })
  children.add(child)
  child.on('message', (life) => tell(life as Lived))
  const [code] = (await once(child, 'exit')) as [number | null]
  children.delete(child)
  if (code !== 0) counted.faults++
}

const dataDir = await mkdtemp(join(tmpdir(), 'unstuck-simulation-'))
try {
  const { url, stop } = await startLocalPostgres({ dataDir, log: silentLog, careless: true, settings: quickly })
  try {
    if (!interrupted) await Promise.all(Array.from({ length: atOnce }, (_, first) => liveSome(url, dataDir, first)))
  } finally {
    await stop()
  }
} finally {
  await rm(dataDir, { recursive: true, force: true })
}
const seconds = (performance.now() - began) / 1_000
for (const line of tableOf(coverage)) console.log(line)
console.log(
  `${counted.lives} lives in ${seconds.toFixed(1)} s (${(counted.lives / seconds).toFixed(1)} a second), ${counted.faults} with faults`,
)
if (interrupted) console.log(`ended by ${interrupted}`)
process.exitCode = counted.faults > 0 || interrupted || counted.lives < lives ? 1 : 0
