/** Connects to the local server, and makes our database in it. */
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { CannotStartError } from '../../../doors/cannot-start.ts'
import type { DataFolder } from './data-folder.ts'
import { user } from './make-cluster.ts'

const database = 'unstuck'
const patienceMs = 300_000

/** The address of our database in the server at this port. */
export async function urlAt(port: number, folder: DataFolder, name = database): Promise<string> {
  const password = await readFile(folder.password, 'utf8').catch((error: unknown) => {
    throw new CannotStartError(`The password of the local PostgreSQL is missing. Put ${folder.password} back.`, {
      cause: error,
    })
  })
  return `postgres://${user}:${password.trim()}@127.0.0.1:${port}/${name}`
}

/** Waits until the server answers (one that repairs itself says "not yet") and makes our database if it is new. */
export async function openedAt(port: number, folder: DataFolder): Promise<string> {
  const client = await connected(await urlAt(port, folder, 'postgres'), folder)
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
  return urlAt(port, folder)
}

async function connected(url: string, folder: DataFolder): Promise<pg.Client> {
  for (let waitedMs = 0; ; waitedMs += 100) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    try {
      await client.connect()
      return client
    } catch (error) {
      const code = (error as { code?: string }).code
      if (code === wrongPassword) {
        throw new CannotStartError(`The local PostgreSQL refused the password in ${folder.password}.`, { cause: error })
      }
      if (!notYet.has(code) || waitedMs >= patienceMs) {
        throw new CannotStartError(`The local PostgreSQL does not answer (its log is ${folder.log}).`, { cause: error })
      }
      await pause(100)
    }
  }
}

/** https://www.postgresql.org/docs/18/errcodes-appendix.html */
const wrongPassword = '28P01'
const notYet = new Set<string | undefined>(['57P03', 'ECONNREFUSED'])
