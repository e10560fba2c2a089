/** How much is under the secret key of today, and how much is not. */
import { sql } from 'kysely'
import type { KeyCount } from '../../../src/ports/rekey.ts'
import type { Vault } from '../../../src/ports/vault.ts'
import type { Db } from '../schema/database.ts'
import { notUnder, notUnderInAny } from './hashing-keys.ts'
import { sealedUnder, wrappedKeys } from './sealed-columns.ts'

/** Whether the key of a row is wrapped under another secret key than that of today, or in the way of earlier versions. */
export const notOfToday = ({ mark }: Vault) => sql<boolean>`substring(key from 1 for ${mark.length}) <> ${mark}`

export async function countKeys(db: Db, vault: Vault): Promise<KeyCount> {
  const hashing = await countHashingKeys(db, vault)
  const tables = await Promise.all(wrappedKeys.map(({ table }) => countIn(db, vault, table)))
  const counted = [hashing, ...tables]
  return {
    keys: sum(counted.map(({ today }) => today)),
    keysLeft: sum(counted.map(({ others }) => others)),
    unopened: sum(await Promise.all(counted.map(({ table }) => unopened(db, vault, table)))),
    ...(await countHashed(db, hashing)),
    values: await countValues(db),
  }
}

type Table = (typeof wrappedKeys)[number]['table'] | 'hashing_keys'

async function countIn(db: Db, vault: Vault, table: Table) {
  const { rows } = await sql<{ today: number; others: number }>`
    select count(*) filter (where not ${notOfToday(vault)})::integer as today,
           count(*) filter (where ${notOfToday(vault)})::integer as others
    from ${sql.table(table)}`.execute(db)
  return { table, ...(rows[0] ?? { today: 0, others: 0 }) }
}

/** A hashing key that has a successor is left over, whatever wraps it. */
async function countHashingKeys(db: Db, vault: Vault) {
  const rows = await db
    .selectFrom('hashing_keys')
    .select(['number', notOfToday(vault).as('other')])
    .orderBy('number', 'desc')
    .execute()
  const today = rows[0]?.other === false ? 1 : 0
  const newest = rows[0]?.number ?? 1
  return {
    table: 'hashing_keys' as const,
    newest,
    ofOthers: rows[0]?.other === true,
    today,
    others: rows.length - today,
  }
}

/** Where the newest hashing key is under an older secret key, every hash is still to be made again. */
async function countHashed(db: Db, { newest, ofOthers }: { newest: number; ofOthers: boolean }) {
  const left = ofOthers
    ? sql`true`
    : sql`${notUnder('identifier_hash', newest)} or ${notUnder('identity_hash', newest)}`
  const { rows } = await sql<{ hashed: number; hashedLeft: number }>`
    select count(*) filter (where not (${left}))::integer as hashed,
           count(*) filter (where ${left})::integer as "hashedLeft"
    from children`.execute(db)
  const { hashed, hashedLeft } = rows[0] ?? { hashed: 0, hashedLeft: 0 }
  return { hashed, hashedLeft: hashedLeft + (await casesLeft(db, ofOthers ? undefined : newest)) }
}

/** Cases whose child is found by a hash of another hashing key. */
async function casesLeft(db: Db, newest: number | undefined): Promise<number> {
  const left = newest === undefined ? sql`found_by_hash <> '{}'` : notUnderInAny('found_by_hash', newest)
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from cases where ${left}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Page by page: there may be many, and each is opened to know. */
async function unopened(db: Db, vault: Vault, table: Table): Promise<number> {
  let count = 0
  for (let from = 0; ; from += page) {
    const { rows } = await sql<{ key: Buffer }>`
      select key from ${sql.table(table)} where ${notOfToday(vault)}
      order by ctid offset ${from} limit ${page}`.execute(db)
    count += rows.filter(({ key }) => !opens(vault, key)).length
    if (rows.length < page) return count
  }
}

const page = 2_000

export function opens(vault: Vault, key: Buffer): boolean {
  try {
    vault.rewrap(key)
    return true
  } catch {
    return false
  }
}

async function countValues(db: Db): Promise<number> {
  const counts = Object.keys(sealedUnder).map(async (place) => {
    const [table = '', column = ''] = place.split('.')
    const { rows } = await sql<{ count: number }>`
      select count(${sql.ref(column)})::integer as count from ${sql.table(table)}`.execute(db)
    return rows[0]?.count ?? 0
  })
  return sum(await Promise.all(counts))
}

const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0)
