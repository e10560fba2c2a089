/** Brings the rows of a return into the database by COPY, where they wait to be merged. */
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Day } from '../../../src/calendar/day.ts'
import type { OpenStaging, StagedRows, Staging } from '../../../src/children/staging.ts'

/** Held from the first row to the last: two imports do not interleave. A number of our own, the same for every process. */
export const importing = 903_001

export const emptied = 'truncate staged_returns, staged_children, staged_episodes, staged_reviews, staged_allocations'

export function createStaging(pool: pg.Pool): Staging {
  return {
    async open(at, asOf) {
      const client = await pool.connect()
      client.on('error', ignore) // the next query says so
      const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [importing])
      if (!rows[0]?.locked) {
        client.off('error', ignore)
        client.release()
        return 'busy'
      }
      const id = randomUUID()
      await client.query(emptied)
      await client.query('insert into staged_returns (id, started_at, as_of) values ($1, $2, $3)', [id, at, asOf])
      return openStaging(pool, client, id, asOf)
    },
  }
}

const ignore = (): void => undefined

function openStaging(pool: pg.Pool, client: pg.PoolClient, id: string, asOf: Day): OpenStaging {
  return {
    id,
    asOf,
    async put(file, batches) {
      const copy: Copy<typeof file> = copies[file]
      const into = client.query(copyFrom(`copy ${copy.table} (staging, child, row, ${copy.columns}) from stdin`))
      async function* lines() {
        for await (const batch of batches)
          yield batch.map((row) => line([id, row.child, row.row, ...copy.cells(row)])).join('')
      }
      await pipeline(Readable.from(lines()), into)
    },
    async complete(rows) {
      await client.query('analyze staged_children, staged_episodes, staged_reviews, staged_allocations')
      await client.query('update staged_returns set rows = $2 where id = $1', [id, JSON.stringify(rows)])
    },
    async close() {
      // On another connection: a COPY that was broken off may have taken this one with it.
      await pool.query(emptied)
      await client.query('select pg_advisory_unlock($1)', [importing]).catch(ignore)
      client.release(true)
    },
  }
}

type Cell = string | number | boolean | Buffer | undefined

type Copy<File extends keyof StagedRows> = {
  readonly table: string
  readonly columns: string
  readonly cells: (row: StagedRows[File]) => readonly Cell[]
}

const copies: { readonly [File in keyof StagedRows]: Copy<File> } = {
  header: {
    table: 'staged_children',
    columns: 'identifier_hash, identity_hash, key, identity, of_age, upn_hash, like_hashes',
    cells: (row) => [
      row.identifierHash,
      row.identityHash,
      row.key,
      row.identity,
      row.ofAge,
      row.upnHash,
      `{${row.likeHashes.join()}}`,
    ],
  },
  episodes: {
    table: 'staged_episodes',
    columns: 'from_day, to_day, legal_status, starts_care, leaves_care',
    cells: (row) => [row.from, row.to, row.legalStatus, row.startsCare, row.leavesCare],
  },
  reviews: { table: 'staged_reviews', columns: 'held_on', cells: (row) => [row.on] },
  allocations: {
    table: 'staged_allocations',
    columns: 'social_worker, team, iro, from_day',
    cells: (row) => [row.socialWorker, row.team, row.iro, row.from],
  },
}

/** One line of COPY's text format: https://www.postgresql.org/docs/18/sql-copy.html */
const line = (cells: readonly Cell[]): string => `${cells.map(cellText).join('\t')}\n`

function cellText(cell: Cell): string {
  if (cell === undefined) return '\\N'
  if (Buffer.isBuffer(cell)) return `\\\\x${cell.toString('hex')}`
  if (typeof cell === 'string') return cell.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? '')
  return String(cell)
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
