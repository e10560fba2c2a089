/** At the start of a process: whether it can open what is here, and the hashing key that every database begins with. */
import { sql } from 'kysely'
import type { Vault } from '../../../src/ports/vault.ts'
import { identifierKind } from '../../../src/children/identifier.ts'
import { readIdentity } from '../../../src/children/sealed-identity.ts'
import type { Db } from '../schema/database.ts'
import { opens } from './count-keys.ts'
import { hashingKeysOf } from './hashing-keys.ts'
import { wrappedKeys } from './sealed-columns.ts'

/** One secret key by itself, and the hashing key that was derived from it before hashing keys were kept. */
export type SecretKey = { readonly vault: Vault; readonly hashingKey: string }

/** False where the secret keys that were given open nothing of what is sealed here. `own` is the one that seals. */
export async function opensDatabase(
  db: Db,
  whole: Vault,
  own: SecretKey,
  older: readonly SecretKey[],
): Promise<boolean> {
  const kept = await db.selectFrom('hashing_keys').select('number').limit(1).executeTakeFirst()
  if (!kept) {
    const first = await secretKeyOf(db, own, older)
    if (!first) return false
    await keepFirst(db, first)
  }
  try {
    await hashingKeysOf(db, whole)
    return true
  } catch {
    return false
  }
}

/** Two that start together keep the same one, or the second finds that it cannot open the first one's. */
async function keepFirst(db: Db, { vault, hashingKey }: SecretKey): Promise<void> {
  const key = vault.newKey()
  await db
    .insertInto('hashing_keys')
    .values({ number: 1, key, sealed: vault.seal(key, hashingKey) })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .execute()
}

/** Some rows, since one alone may be damaged. */
const some = 20

/** The secret key under which this database was sealed and hashed so far; in an empty one that of today. */
async function secretKeyOf(db: Db, own: SecretKey, older: readonly SecretKey[]): Promise<SecretKey | undefined> {
  const ring = [own, ...older]
  const children = await db.selectFrom('children').select(['key', 'identity', 'identifier_hash']).limit(some).execute()
  const hashedWith = ring.find((one) => children.some((child) => isHashedWith(one, child)))
  if (hashedWith) return hashedWith
  const keys = await someKeys(db)
  return keys.length === 0 ? own : ring.find(({ vault }) => keys.some((key) => opens(vault, key)))
}

type Sealed = { readonly key: Buffer; readonly identity: Buffer; readonly identifier_hash: string }

function isHashedWith({ vault }: SecretKey, { key, identity, identifier_hash }: Sealed): boolean {
  try {
    const { identifier } = readIdentity(vault.open(key, identity))
    return vault.keyedHash(identifierKind, identifier.reveal()) === identifier_hash
  } catch {
    return false
  }
}

async function someKeys(db: Db): Promise<readonly Buffer[]> {
  const found = wrappedKeys.map(({ table }) =>
    sql<{ key: Buffer }>`select key from ${sql.table(table)} limit ${some}`.execute(db),
  )
  return (await Promise.all(found)).flatMap(({ rows }) => rows.map(({ key }) => key))
}
