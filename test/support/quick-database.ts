/** A database for tests and lives: by its socket, and with statements that it prepares once, as the same few hundred come again. */
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

export function openQuickly(url: string, connections = 2): Opened {
  const opened = openDatabase(url, connections)
  const names = new Map<string, string>()
  /** How often a table was altered: what was prepared before has another result than it would have now. */
  let altered = 0
  const nameOf = (text: string): string => {
    if (!names.has(text)) names.set(text, createHash('sha1').update(`${altered} ${text}`).digest('base64url'))
    return names.get(text) ?? ''
  }
  opened.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (given: pg.QueryConfig | string, ...more: unknown[]) => unknown
    Object.assign(client, {
      query: (given: pg.QueryConfig | string, values?: unknown[], ...more: unknown[]) => {
        if (typeof given !== 'string') return query(given, values, ...more)
        if (values?.length) return query({ name: nameOf(given), text: given, values }, ...more)
        if (/\balter table\b/i.test(given)) {
          altered += 1
          names.clear()
        }
        return query(given, values, ...more)
      },
    })
  })
  return opened
}
