/** Hashes the numbers of each child again, from the identity that is sealed beside it. */
import { sql, type Kysely } from 'kysely'
import { identifierKind } from '../../../src/children/identifier.ts'
import { identityKind, readIdentity } from '../../../src/children/sealed-identity.ts'
import type { RekeyWatch } from '../../../src/ports/rekey.ts'
import type { HashingKey, Vault } from '../../../src/ports/vault.ts'
import type { Database } from '../schema/database.ts'
import { inOneTransaction } from '../transaction/in-one-transaction.ts'
import { notUnder } from './hashing-keys.ts'
import { upnHashes } from './hash-found-by.ts'
import { inRounds } from './in-rounds.ts'
import { rowsAtOnce } from './rewrap-keys.ts'

export function rehashChildren(db: Kysely<Database>, vault: Vault, to: HashingKey, watch: RekeyWatch): Promise<number> {
  const left = sql<boolean>`(${notUnder('identifier_hash', to.number)} or ${notUnder('identity_hash', to.number)})`
  return inRounds(
    {
      left: async () => (await db.selectFrom('children').select('id').where(left).execute()).length,
      batch: (after) =>
        inOneTransaction(db, async (tx) => {
          const query = tx.selectFrom('children').select(['id', 'key', 'identity']).where(left)
          const rows = await (after === undefined ? query : query.where('id', '>', after))
            .orderBy('id')
            .limit(rowsAtOnce)
            .forUpdate()
            .skipLocked()
            .execute()
          const hashed = withoutTwins(rows.flatMap((row) => hashesOf(row, vault, to)))
          const { numAffectedRows: changed = 0n } = await sql`
            update children set identifier_hash = given.identifier, identity_hash = given.identity,
              found_by_hash = array_remove(array[given.upn], null)
            from unnest(
              ${hashed.map(({ id }) => id)}::uuid[],
              ${hashed.map(({ identifier }) => identifier)}::text[],
              ${hashed.map(({ identity }) => identity)}::text[],
              ${hashed.map(({ upn }) => upn)}::text[]
            ) as given (id, identifier, identity, upn)
            where children.id = given.id and not exists (
              select from children twin where twin.identifier_hash = given.identifier and twin.id <> given.id
            )`.execute(tx)
          const last = rows.at(-1)?.id
          return {
            ...(last !== undefined && { last }),
            changed: Number(changed),
            failed: rows.length - Number(changed),
          }
        }),
    },
    watch,
  )
}

type Row = { readonly id: string; readonly key: Buffer; readonly identity: Buffer }
type Hashed = {
  readonly id: string
  readonly identifier: string
  readonly identity: string
  readonly upn: string | null
}

/** None where what identifies the child cannot be opened: it stays as it is, and the exchange does not end without it. */
function hashesOf({ id, key, identity }: Row, vault: Vault, to: HashingKey): readonly Hashed[] {
  try {
    const written = vault.open(key, identity)
    const identifier = vault.keyedHash(identifierKind, readIdentity(written).identifier.reveal(), to)
    const [upn] = upnHashes(written, (kind, words) => vault.keyedHash(kind, words, to))
    return [{ id, identifier, identity: vault.keyedHash(identityKind, written, to), upn: upn ?? null }]
  } catch {
    return []
  }
}

/**
 * A child may be there twice where a secret key was once changed without an exchange and the same return came again: the
 * second stays under its old hash, for a person to look at.
 */
const withoutTwins = (hashed: readonly Hashed[]): readonly Hashed[] => [
  ...new Map(hashed.toReversed().map((one) => [one.identifier, one])).values(),
]
