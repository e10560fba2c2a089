/** What the merging of a return reads and writes: many children in a statement, so that a county takes seconds. */
import { sql } from 'kysely'
import { asDay } from '../../src/calendar/day.ts'
import type { KeptChild, MergeNeeds } from '../../src/children/merge-needs.ts'
import { PersonId } from '../../src/ids.ts'
import type { PeopleNeeds } from '../../src/people/needs.ts'
import type { Occasion } from '../../src/ports/store.ts'
import type { Db } from './database.ts'
import { recordFacts } from './record-facts.ts'
import type { Seals } from './seals.ts'
import { stagedChildren } from './staged-children.ts'

/** A number of our own: merges wait for each other. */
const merging = 903_002

export function mergingStore(db: Db, seals: Seals, occasion: Occasion): Omit<MergeNeeds, keyof PeopleNeeds> {
  return {
    async stagedReturn(staging) {
      await sql`select pg_advisory_xact_lock(${merging})`.execute(db)
      const row = await db
        .selectFrom('staged_returns')
        .select(['as_of', 'rows'])
        .where('id', '=', staging)
        .executeTakeFirst()
      return row?.rows ? { asOf: asDay(row.as_of), rows: row.rows } : undefined
    },
    stagedChildren: (staging, from, limit) => stagedChildren(db, staging, from, limit),
    async countNotInReturn(staging) {
      const { rows } = await sql<{ count: number }>`
        select count(*)::integer as count from children
        where not exists (
          select from staged_children
          where staging = ${staging} and staged_children.identifier_hash = children.identifier_hash
        )`.execute(db)
      return rows[0]?.count ?? 0
    },
    async takenReferences(references) {
      const rows = await db
        .selectFrom('children')
        .select('ref')
        .where('ref', '=', sql<string>`any(${references})`)
        .execute()
      return new Set(rows.map(({ ref }) => ref))
    },
    async keepMerged(staging, children) {
      await keepChildren(db, staging, children)
      await keepReviews(db, children)
      await sealAnew(
        db,
        seals,
        staging,
        children.filter(({ identityChanged }) => identityChanged),
      )
    },
    recordAllocated: (children) =>
      recordFacts(
        db,
        occasion,
        children.flatMap(({ id, state: { allocation } }) =>
          allocation
            ? [
                {
                  fact: 'child-allocated' as const,
                  child: id,
                  socialWorker: allocation.socialWorker,
                  iro: allocation.iro ?? null,
                },
              ]
            : [],
        ),
      ),
    async countUnconfirmed(socialWorkers) {
      const rows = await db
        .selectFrom('children')
        .select(['social_worker', sql<number>`count(*)::integer`.as('unconfirmed')])
        .where('scope', '=', 'in')
        .where('confirmed_at', 'is', null)
        .where('social_worker', '=', sql<string>`any(${socialWorkers})`)
        .groupBy('social_worker')
        .orderBy('social_worker')
        .execute()
      return new Map(rows.map((row) => [PersonId.parse(row.social_worker), row.unconfirmed]))
    },
  }
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
    social_worker: allocation?.socialWorker,
    team: allocation?.team,
    iro: allocation?.iro,
    allocated_from: allocation?.from,
    confirmed_at: confirmedAt,
  }))
  await sql`
    insert into children (
      id, ref, identifier_hash, identity_hash, key, identity, scope, care_from, legal_status, social_worker, team, iro, allocated_from, confirmed_at
    )
    select
      kept.id, kept.ref, staged.identifier_hash, staged.identity_hash, staged.key, staged.identity, kept.scope, kept.care_from, kept.legal_status, kept.social_worker, kept.team, kept.iro,
      kept.allocated_from, kept.confirmed_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as kept (
      child integer, id uuid, ref text, scope text, care_from date, legal_status text, social_worker text, team text,
      iro text, allocated_from date, confirmed_at timestamptz
    )
    join staged_children staged on staged.staging = ${staging} and staged.child = kept.child
    on conflict (id) do update set
      scope = excluded.scope, care_from = excluded.care_from,
      legal_status = excluded.legal_status, social_worker = excluded.social_worker, team = excluded.team,
      iro = excluded.iro, allocated_from = excluded.allocated_from, confirmed_at = excluded.confirmed_at
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
