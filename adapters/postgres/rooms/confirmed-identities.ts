/** Who children are, as the newest case of each has confirmed it. */
import { foundByIdentity } from '../../../src/children/given-child.ts'
import type { KnownIdentity } from '../../../src/children/which-child.ts'
import { ChildId } from '../../../src/ids.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'

export async function confirmedIdentities(
  db: Db,
  seals: Seals,
  children: readonly ChildId[],
): Promise<ReadonlyMap<ChildId, KnownIdentity>> {
  if (children.length === 0) return new Map()
  const rows = await db
    .selectFrom('cases')
    .select(['child', 'key', 'identity'])
    .where('child', 'in', children)
    .orderBy('raised_at')
    .execute()
  return new Map(
    rows.flatMap(({ child, key, identity }) => {
      if (!identity) return []
      const kept = seals.open(key, identity).map(({ name, words }) => [name, words] as const)
      return [[ChildId.parse(child), Object.fromEntries(kept)] as const]
    }),
  )
}

/** By which its child is found, under the newest hashing key. */
export async function hashesOf(db: Db, seals: Seals, identity: KnownIdentity): Promise<string[]> {
  const found = foundByIdentity(identity).map(({ kind, words }) => seals.hashes(db, kind, words))
  return (await Promise.all(found)).map(([newest]) => newest)
}
