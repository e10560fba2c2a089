/** Writes children as a return and the rules left them, many in a statement. */
import { sql } from 'kysely'
import type { KeptChild } from '../../../src/children/merge-needs.ts'
import { beganColumns } from '../rooms/care-columns.ts'
import { keepParts } from '../rooms/parts.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'

export async function keepMerged(
  db: Db,
  seals: Seals,
  at: Date,
  staging: string,
  children: readonly KeptChild[],
): Promise<void> {
  await keepChildren(db, staging, children)
  const ids = children.map(({ id }) => id)
  await keepParts(db, at, 'child', ids)
  await keepReviews(db, children)
  const reidentified = children.filter(({ identityChanged }) => identityChanged)
  await sealAnew(db, seals, staging, reidentified)
}

/** What identifies a new child is taken from the staging as it lies there, sealed, with its key. */
async function keepChildren(db: Db, staging: string, children: readonly KeptChild[]): Promise<void> {
  const rows = children.map(({ child, id, ref, state: { care, allocation, confirmedAt } }) => ({
    child,
    id,
    ref,
    scope: care.scope,
    care_from: care.scope === 'in' ? care.careFrom : null,
    legal_status: care.scope === 'in' ? care.legalStatus : null,
    ...beganColumns(care),
    social_worker: allocation?.socialWorker,
    team: allocation?.team,
    iro: allocation?.iro,
    allocated_from: allocation?.from,
    handed_over: allocation?.handedOver ?? false,
    confirmed_at: confirmedAt,
  }))
  await sql`
    insert into children (
      id, ref, identifier_hash, identity_hash, found_by_hash, key, identity, scope, care_from, legal_status, began_returned, began_said, began_assumed, remand_alone, social_worker, team, iro, allocated_from, handed_over, confirmed_at
    )
    select
      kept.id, kept.ref, staged.identifier_hash, staged.identity_hash, array_remove(array[staged.upn_hash], null), staged.key, staged.identity, kept.scope, kept.care_from, kept.legal_status,
      kept.began_returned, kept.began_said, kept.began_assumed, kept.remand_alone, kept.social_worker, kept.team, kept.iro,
      kept.allocated_from, kept.handed_over, kept.confirmed_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as kept (
      child integer, id uuid, ref text, scope text, care_from date, legal_status text, began_returned date, began_said date, began_assumed boolean,
      remand_alone boolean, social_worker text, team text,
      iro text, allocated_from date, handed_over boolean, confirmed_at timestamptz
    )
    join staged_children staged on staged.staging = ${staging} and staged.child = kept.child
    on conflict (id) do update set
      found_by_hash = excluded.found_by_hash, scope = excluded.scope, care_from = excluded.care_from,
      legal_status = excluded.legal_status, began_returned = excluded.began_returned, began_said = excluded.began_said,
      began_assumed = excluded.began_assumed, remand_alone = excluded.remand_alone, social_worker = excluded.social_worker, team = excluded.team,
      iro = excluded.iro, allocated_from = excluded.allocated_from, handed_over = excluded.handed_over, confirmed_at = excluded.confirmed_at
  `.execute(db)
}

async function keepReviews(db: Db, children: readonly KeptChild[]): Promise<void> {
  const rows = children.flatMap(({ id, state }) => state.reviews.map((held_on) => ({ child: id, held_on })))
  await sql`delete from reviews_held where child = any(${children.map(({ id }) => id)}::uuid[])`.execute(db)
  await sql`
    insert into reviews_held (child, held_on)
    select child, held_on from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as kept (child uuid, held_on date)
  `.execute(db)
}

/** Other words are sealed under the key of a child that is known, so the key stays and the identity is sealed under it. */
async function sealAnew(db: Db, seals: Seals, staging: string, children: readonly KeptChild[]): Promise<void> {
  for (const { child, id } of children) {
    const staged = await db
      .selectFrom('staged_children')
      .select(['key', 'identity', 'identity_hash'])
      .where('staging', '=', staging)
      .where('child', '=', child)
      .executeTakeFirstOrThrow()
    const { key } = await db.selectFrom('children').select('key').where('id', '=', id).executeTakeFirstOrThrow()
    const identity = seals.sealWords(key, seals.openWords(staged.key, staged.identity))
    await db
      .updateTable('children')
      .set({ identity, identity_hash: staged.identity_hash })
      .where('id', '=', id)
      .execute()
  }
}
