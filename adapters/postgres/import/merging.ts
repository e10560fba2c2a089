/** What the merging of a return reads and writes: many children in a statement, so that a county takes seconds. */
import { sql } from 'kysely'
import { asDay } from '../../../src/calendar/day.ts'
import type { KeptChild, MergeNeeds } from '../../../src/children/merge-needs.ts'
import type { ClimbsNeeds } from '../../../src/climbs/needs.ts'
import { PersonId } from '../../../src/ids.ts'
import type { PeopleNeeds } from '../../../src/people/needs.ts'
import type { Fact } from '../../../src/vocabulary.ts'
import type { Db } from '../schema/database.ts'
import { hastenDuties } from './hasten-duties.ts'
import { keepMerged } from './keep-merged.ts'
import type { Recorded } from '../log/facts.ts'
import { hashedAsNow } from '../keys/hashing-keys.ts'
import { keepParts } from '../rooms/parts.ts'
import { recordFacts } from '../log/record-facts.ts'
import type { Seals } from '../transaction/seals.ts'
import { stagedChildren } from './staged-children.ts'

/** A number of our own: merges wait for each other. */
export const merging = 903_002

export function mergingStore(
  db: Db,
  seals: Seals,
  occasion: Recorded,
): Omit<MergeNeeds, keyof PeopleNeeds | keyof ClimbsNeeds> {
  return {
    async stagedReturn(staging) {
      await sql`select pg_advisory_xact_lock(${merging})`.execute(db)
      const row = await db
        .selectFrom('staged_returns')
        .select(['as_of', 'rows'])
        .where('id', '=', staging)
        .executeTakeFirst()
      if (!row?.rows || !(await hashedAsNow(db, staging))) return undefined
      return { asOf: asDay(row.as_of), rows: row.rows }
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
    keepMerged: (staging, children) => keepMerged(db, seals, occasion.at, staging, children),
    hastenDuties: (children) => hastenDuties(db, children, occasion.at),
    async recordAllocated(children) {
      await recordFacts(db, occasion, children.flatMap(allocated))
      await handOverCases(
        db,
        occasion.at,
        children.map(({ id }) => id),
      )
    },
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

/** An open case goes with its child; a closed one keeps who answered for it. */
async function handOverCases(db: Db, at: Date, children: readonly string[]): Promise<void> {
  if (children.length === 0) return
  const cases = await db
    .updateTable('cases')
    .from('children')
    .set({
      social_worker: sql<string>`coalesce(children.social_worker, cases.social_worker)`,
      iro: sql<string | null>`coalesce(children.iro, cases.iro)`,
    })
    .whereRef('children.id', '=', 'cases.child')
    .where('cases.state', '<>', 'closed')
    .where('children.id', '=', sql<string>`any(${children})`)
    .returning('cases.id')
    .execute()
  await keepParts(
    db,
    at,
    'case',
    cases.map(({ id }) => id),
  )
}

function allocated({ id, state: { allocation } }: KeptChild): readonly Fact[] {
  if (!allocation) return []
  const { socialWorker, iro = null } = allocation
  return [{ fact: 'child-allocated', child: id, socialWorker, iro }]
}
