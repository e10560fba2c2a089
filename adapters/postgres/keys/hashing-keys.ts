/** The hashing keys of a database, and how something is found by its hash while one key follows another. */
import { sql } from 'kysely'
import type { HashingKey, Vault } from '../../../src/ports/vault.ts'
import type { Db } from '../schema/database.ts'

/** The newest first, which is the one to write with. None in a database that no process has been started on. */
export async function hashingKeysOf(db: Db, vault: Vault): Promise<readonly HashingKey[]> {
  const rows = await db.selectFrom('hashing_keys').selectAll().orderBy('number', 'desc').execute()
  return rows.map(({ number, key, sealed }) => ({ number, hex: vault.open(key, sealed) }))
}

export type Hashes = readonly [newest: string, ...older: string[]]

export async function hashesUnder(db: Db, vault: Vault, kind: string, words: string): Promise<Hashes> {
  const [newest, ...older] = await hashingKeysOf(db, vault)
  return [vault.keyedHash(kind, words, newest), ...older.map((key) => vault.keyedHash(kind, words, key))]
}

/**
 * Where nothing is found it looks again, if a hashing key came or went meanwhile: between the reading of the keys and the
 * look, the row may have been hashed again. Nobody waits for anybody.
 */
export async function foundByHash<Found>(
  hashesNow: () => Promise<Hashes>,
  find: (hashes: Hashes) => Promise<Found | undefined>,
): Promise<Found | undefined> {
  for (let hashes = await hashesNow(); ;) {
    const found = await find(hashes)
    if (found !== undefined) return found
    const now = await hashesNow()
    if (now.join() === hashes.join()) return undefined
    hashes = now
  }
}

/** Whether a hash of this column was made under another hashing key. The column is never one that somebody typed. */
export const notUnder = (column: string, number: number) =>
  number === 1
    ? sql<boolean>`${sql.ref(column)} like '%:%'`
    : sql<boolean>`${sql.ref(column)} not like ${`${number}:%`}`

/** The same of a column that has several. */
export const notUnderInAny = (column: string, number: number) =>
  sql<boolean>`exists (select from unnest(${sql.ref(column)}) as hash where ${notUnder('hash', number)})`

/** There is one hashing key, and everything in this staging was hashed under it; asked under the lock of merges. */
export async function hashedAsNow(db: Db, staging: string): Promise<boolean> {
  const keys = await db.selectFrom('hashing_keys').select('number').execute()
  if (keys.length > 1) return false
  const other = await db
    .selectFrom('staged_children')
    .select('child')
    .where('staging', '=', staging)
    .where(notUnder('identifier_hash', keys[0]?.number ?? 1))
    .limit(1)
    .executeTakeFirst()
  return other === undefined
}
