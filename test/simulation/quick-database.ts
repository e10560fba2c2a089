/** A database for lives: by its socket, and with statements that it prepares once, as the same few hundred come again. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type pg from 'pg'
import { openDatabase, type Opened } from '../../adapters/postgres/schema/database.ts'

/** For a cluster that lives as long as its run; its socket lies in its own folder. */
export const quickly = ['synchronous_commit=off', 'jit=off', 'unix_socket_directories=.']

/** `postgres` is where the cluster lies. */
export function bySocket(url: string, dataDir: string): string {
  const quick = new URL(url)
  quick.searchParams.set('host', join(dataDir, 'postgres'))
  return quick.href
}

export function openQuickly(url: string): Opened {
  const opened = openDatabase(url, 2)
  const names = new Map<string, string>()
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? createHash('sha1').update(text).digest('base64url')
    names.set(text, name)
    return name
  }
  opened.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (given: pg.QueryConfig | string, ...more: unknown[]) => unknown
    Object.assign(client, {
      query: (given: pg.QueryConfig | string, values?: unknown[], ...more: unknown[]) =>
        typeof given === 'string' && values?.length
          ? query({ name: nameOf(given), text: given, values }, ...more)
          : query(given, values, ...more),
    })
  })
  return opened
}
