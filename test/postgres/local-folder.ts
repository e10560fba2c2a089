import { spawn, type ChildProcess } from 'node:child_process'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { once } from 'node:events'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { findRunningPostgres } from '../../adapters/postgres/local/use-local-postgres.ts'
import { startLocalPostgres, type LocalPostgres } from '../../adapters/postgres/local/start-local-postgres.ts'
import { scratchFolder } from '../support/scratch.ts'
import { toRun } from '../support/compiled.ts'
import { silentLog } from '../support/silent-log.ts'

/** A DATA_DIR that only its owner can enter, with a space in its path; whatever is left running in it is stopped. */
export async function aDataDir(): Promise<string> {
  const dataDir = anEmptyPlace()
  await cp(await (made ??= makeOne()), dataDir, { recursive: true })
  return dataDir
}

/** Made once and copied for every test of a file: making one takes half a second of a core. */
let made: Promise<string> | undefined

/** For the end of every file that uses `aDataDir`. */
export async function throwMadeAway(): Promise<void> {
  const folder = await made
  made = undefined
  if (folder !== undefined) await rm(folder, { recursive: true, force: true })
}

async function makeOne(): Promise<string> {
  const dataDir = scratchFolder('made')
  await (await startCarelessly(dataDir)).stop()
  return dataDir
}

/** Where a DATA_DIR may be made: nothing is there yet. */
export function anEmptyPlace(): string {
  const parent = scratchFolder('local')
  const dataDir = join(parent, 'my data')
  onTestFinished(async () => {
    if ((await findRunningPostgres(dataDir)) !== undefined) await (await startCarelessly(dataDir)).stop()
    await rm(parent, { recursive: true, force: true })
  })
  return dataDir
}

const startCarelessly = (dataDir: string): Promise<LocalPostgres> =>
  startLocalPostgres({ dataDir, log: silentLog, careless: true })

/** Started for this test alone; without waiting for the disk, which a killed process does not need. */
export async function started(dataDir: string): Promise<LocalPostgres> {
  const local = await startCarelessly(dataDir)
  onTestFinished(local.stop)
  return local
}

export type Holder = { readonly process: ChildProcess; readonly pid: number; readonly url: string }

/** Another process, in a group of its own, that holds the PostgreSQL of this folder. */
export async function holderOf(dataDir: string): Promise<Holder> {
  const holder = spawn(process.execPath, [...toRun('test/postgres/hold-local-postgres.ts'), dataDir], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void holder.kill('SIGKILL'))
  const [url] = (await once(holder.stdout, 'data')) as [Buffer]
  return { process: holder, pid: holder.pid ?? 0, url: url.toString().trim() }
}

export async function killed({ process: holder }: Holder): Promise<void> {
  const gone = once(holder, 'exit')
  holder.kill('SIGKILL')
  await gone
}

export async function asked(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text: query, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}
