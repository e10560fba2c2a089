/**
 * Brings everything under the secret key of today, while the product runs: first the data keys, table by table, then the
 * hashes, under a new hashing key. Each step is a small transaction of its own, so anybody who kills it loses nothing, and the
 * next run finds what is left by looking.
 */
import { randomBytes } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Rekey, RekeyWatch } from '../../../src/ports/rekey.ts'
import type { HashingKey, Vault } from '../../../src/ports/vault.ts'
import type { Database, Opened } from '../schema/database.ts'
import { merging } from '../import/merging.ts'
import { emptied, importing } from '../import/staging.ts'
import { countKeys, notOfToday } from './count-keys.ts'
import { hashCases } from './hash-found-by.ts'
import { hashingKeysOf, notUnder } from './hashing-keys.ts'
import { rehashChildren } from './rehash-children.ts'
import { rewrapKeys } from './rewrap-keys.ts'
import { wrappedKeys } from './sealed-columns.ts'

export const createRekey = ({ db, pool }: Opened, vault: Vault): Rekey => ({
  count: () => countKeys(db, vault),
  async run(watch) {
    const client = await pool.connect()
    client.on('error', ignore) // its lock goes with it; the next query says so
    try {
      // No import begins meanwhile, and no second exchange.
      const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [importing])
      if (!rows[0]?.locked) return 'busy'
      await client.query(emptied) // what a crashed import left is under an old key
      await exchange(db, vault, watch)
      return 'ran'
    } finally {
      // At once: a connection that is only closed may hold its lock a moment longer. Without the lock it warns, no more.
      await client.query('select pg_advisory_unlock($1)', [importing]).catch(ignore)
      client.release(true)
    }
  },
})

const ignore = (): void => undefined

async function exchange(db: Kysely<Database>, vault: Vault, watch: RekeyWatch): Promise<void> {
  let left = 0
  for (const table of wrappedKeys) left += await rewrapKeys(db, vault, table, watch)
  // Last: as long as a hashing key is under an older secret key, no process starts without that one.
  if (left > 0 || watch.stopped()) return
  const to = await hashingKeyOfToday(db, vault)
  if (to) await rehashChildren(db, vault, to, watch)
  if (to && !watch.stopped()) watch.progressed(await hashCases(db, vault, to))
  if (to && !watch.stopped()) await removeOlder(db, vault, to)
}

/** The newest, if the secret key of today wraps it; else a new one. Merges wait: they hash with one key from end to end. */
async function hashingKeyOfToday(db: Kysely<Database>, vault: Vault): Promise<HashingKey | undefined> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${merging})`.execute(tx)
    const [newest] = await hashingKeysOf(tx, vault)
    const ofOthers = await tx.selectFrom('hashing_keys').select('number').where(notOfToday(vault)).execute()
    if (!newest || ofOthers.every(({ number }) => number !== newest.number)) return newest
    const made = { number: newest.number + 1, hex: randomBytes(32).toString('hex') }
    const key = vault.newKey()
    await tx
      .insertInto('hashing_keys')
      .values({ number: made.number, key, sealed: vault.seal(key, made.hex) })
      .execute()
    return made
  })
}

/** Once no child needs them. A one-time code from before cannot be found any longer: its person asks for another. */
async function removeOlder(db: Kysely<Database>, vault: Vault, to: HashingKey): Promise<void> {
  const { number } = to
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${merging})`.execute(tx)
    const needed = await tx
      .selectFrom('children')
      .select('id')
      .where((eb) => eb.or([notUnder('identifier_hash', number), notUnder('identity_hash', number)]))
      .limit(1)
      .executeTakeFirst()
    if (needed) return
    // One that was confirmed a moment ago under the older key; the next start of a process does the same.
    await hashCases(tx, vault, to)
    await tx.deleteFrom('hashing_keys').where('number', '<', number).execute()
    // Its address is in no row: the next start of a process makes the hash again, from the partnership's file.
    await tx.updateTable('accounts').set({ address_hash: null }).where(notUnder('address_hash', number)).execute()
    await tx.deleteFrom('link_codes').where(notUnder('code_hash', number)).execute()
  })
}
