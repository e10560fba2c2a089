/** Keeps a child who is not in care, so that a case of it can be raised and found again. */
import { sql } from 'kysely'
import { identifierKind } from '../../../src/children/identifier.ts'
import type { ChildAroundCare, ChildrenNeeds } from '../../../src/children/needs.ts'
import { referenceFrom } from '../../../src/children/reference.ts'
import { identityKind, writeIdentity } from '../../../src/children/sealed-identity.ts'
import { Typed } from '../../../src/display/typed.ts'
import { ChildId } from '../../../src/ids.ts'
import { merging } from '../import/merging.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'
import { keepParts } from './parts.ts'

export const aroundCareStore = (db: Db, seals: Seals, at: Date): Pick<ChildrenNeeds, 'saveAroundCare'> => ({
  saveAroundCare: (child) => saveAroundCare(db, seals, at, child),
})

/** Under the lock of merges: a return may bring the same child at this moment. */
async function saveAroundCare(
  db: Db,
  seals: Seals,
  at: Date,
  { id, identifier, born, socialWorker, around }: ChildAroundCare,
): Promise<ChildId> {
  await sql`select pg_advisory_xact_lock(${merging})`.execute(db)
  const hashes = await seals.hashes(db, identifierKind, new Typed(identifier))
  const known = await db
    .selectFrom('children')
    .select('id')
    .where('identifier_hash', 'in', hashes)
    .forUpdate()
    .executeTakeFirst()
  const child = ChildId.parse(known?.id ?? id)
  if (known)
    await db.updateTable('children').set({ around, social_worker: socialWorker }).where('id', '=', child).execute()
  else {
    const [identifier_hash] = hashes
    const identity = new Typed(writeIdentity(identifier, born, ''))
    const [identity_hash] = await seals.hashes(db, identityKind, identity)
    const key = seals.newKey()
    await db
      .insertInto('children')
      .values({
        ...{
          id,
          ref: referenceFrom(id),
          identifier_hash,
          identity_hash,
          key,
          identity: seals.sealWords(key, identity),
        },
        ...{ scope: 'no-episodes', care_from: null, legal_status: null, around, social_worker: socialWorker },
        ...{ team: null, iro: null, allocated_from: null, confirmed_at: null },
      })
      .execute()
  }
  await keepParts(db, at, 'child', [child])
  return child
}
