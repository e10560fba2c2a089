/** At the start of a process: the hashes by which a child is found, where an earlier version or a crash left none. */
import { foundByIdentity, foundByNumbers } from '../../../src/children/given-child.ts'
import { readIdentity } from '../../../src/children/sealed-identity.ts'
import type { KnownIdentity } from '../../../src/children/which-child.ts'
import type { HashingKey, Vault } from '../../../src/ports/vault.ts'
import type { Db } from '../schema/database.ts'
import { sealsOf } from '../transaction/seals.ts'
import { hashingKeysOf, notUnderInAny } from './hashing-keys.ts'
import { rowsAtOnce } from './rewrap-keys.ts'

type Hash = (kind: string, words: string) => string

/** Of the identity as it is sealed with a child. */
export const upnHashes = (written: string, hash: Hash): readonly string[] => {
  const { upn } = readIdentity(written)
  return foundByNumbers({ ...(upn && { upn: upn.reveal() }) }).map(({ kind, words }) => hash(kind, words.reveal()))
}

/** A row that cannot be opened stays as it is: its child is found by the council's number, or by a coordinator. */
export async function hashFoundBy(db: Db, vault: Vault): Promise<void> {
  const [newest] = await hashingKeysOf(db, vault)
  await hashChildren(db, vault, newest)
  await hashCases(db, vault, newest)
}

async function hashChildren(db: Db, vault: Vault, key: HashingKey | undefined): Promise<void> {
  const hash: Hash = (kind, words) => vault.keyedHash(kind, words, key)
  for (let after: string | undefined; ;) {
    const query = db.selectFrom('children').select(['id', 'key', 'identity']).where('found_by_hash', 'is', null)
    const rows = await (after === undefined ? query : query.where('id', '>', after))
      .orderBy('id')
      .limit(rowsAtOnce)
      .execute()
    for (const row of rows) {
      const hashes = opened(() => [...upnHashes(vault.open(row.key, row.identity), hash)])
      if (hashes)
        await db
          .updateTable('children')
          .set({ found_by_hash: hashes })
          .where('id', '=', row.id)
          .where('found_by_hash', 'is', null)
          .execute()
    }
    after = rows.at(-1)?.id
    if (after === undefined) return
  }
}

/** Also where one was made under an older hashing key: every identity that somebody confirmed. Returns how many. */
export async function hashCases(db: Db, vault: Vault, key: HashingKey | undefined): Promise<number> {
  const seals = sealsOf(vault)
  let changed = 0
  for (let after: string | undefined; ;) {
    const query = db
      .selectFrom('cases')
      .select(['id', 'key', 'identity'])
      .where('identity', 'is not', null)
      .where((eb) => eb.or([eb('found_by_hash', 'is', null), notUnderInAny('found_by_hash', key?.number ?? 1)]))
    const rows = await (after === undefined ? query : query.where('id', '>', after))
      .orderBy('id')
      .limit(rowsAtOnce)
      .execute()
    for (const row of rows) {
      const sealed = row.identity
      if (!sealed) continue
      const hashes = opened(() =>
        foundByIdentity(knownFrom(seals.open(row.key, sealed))).map(({ kind, words }) =>
          vault.keyedHash(kind, words.reveal(), key),
        ),
      )
      if (!hashes) continue
      // What was confirmed anew meanwhile was hashed with it.
      const { numUpdatedRows } = await db
        .updateTable('cases')
        .set({ found_by_hash: hashes })
        .where('id', '=', row.id)
        .where('identity', '=', sealed)
        .executeTakeFirst()
      changed += Number(numUpdatedRows)
    }
    after = rows.at(-1)?.id
    if (after === undefined) return changed
  }
}

const knownFrom = (kept: ReturnType<ReturnType<typeof sealsOf>['open']>): KnownIdentity =>
  Object.fromEntries(kept.map(({ name, words }) => [name, words]))

function opened<Found>(open: () => Found): Found | undefined {
  try {
    return open()
  } catch {
    return undefined
  }
}
