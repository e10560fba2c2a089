import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { useLocalPostgres } from '../../adapters/postgres/local/use-local-postgres.ts'
import { silentLog } from '../support/silent-log.ts'

/** A DATA_DIR that only its owner can enter, with a space in its path; whatever is left running in it is stopped. */
export async function aDataDir(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'unstuck-local-'))
  const dataDir = join(parent, 'my data')
  onTestFinished(async () => {
    await useLocalPostgres({ dataDir, log: silentLog })
      .then(({ stop }) => stop())
      .catch(() => undefined)
    await rm(parent, { recursive: true, force: true })
  })
  return dataDir
}

export type Holder = { readonly process: ChildProcess; readonly pid: number; readonly url: string }

/** Another process, in a group of its own, that holds the PostgreSQL of this folder. */
export async function holderOf(dataDir: string): Promise<Holder> {
  const script = fileURLToPath(new URL('hold-local-postgres.ts', import.meta.url))
  const holder = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
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
