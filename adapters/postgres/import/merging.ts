/** What the merging of a return reads and writes: many children in a statement, so that a county takes seconds. */
import { sql } from 'kysely'
import { asDay } from '../../../src/calendar/day.ts'
import type { MergeNeeds, Reallocated } from '../../../src/children/merge-needs.ts'
import type { ClimbsNeeds } from '../../../src/climbs/needs.ts'
import { PersonId } from '../../../src/ids.ts'
import type { PeopleNeeds } from '../../../src/people/needs.ts'
import type { Fact } from '../../../src/vocabulary.ts'
import type { Db } from '../schema/database.ts'
import { hastenDuties } from './hasten-duties.ts'
import { keepMerged } from './keep-merged.ts'
import type { Recorded } from '../log/facts.ts'
import { hashedAsNow } from '../keys/hashing-keys.ts'
import { recordFacts } from '../log/record-facts.ts'
import type { Seals } from '../transaction/seals.ts'
import { lastDaysMerged, lastDaysStaged, refusingFiles } from './last-days.ts'
import { leaveOut, stagedBornOtherwise, stagedLike, takeFor } from './staged-like.ts'
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
    stagedLike: (staging) => stagedLike(db, seals, staging),
    takeFor: (staging, taken) => takeFor(db, staging, taken),
    stagedBornOtherwise: (staging) => stagedBornOtherwise(db, seals, staging),
    leaveOut: (staging, children) => leaveOut(db, staging, children),
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
    async keepAsOf(children, asOf) {
      await sql`
        update children set as_of = ${asOf}
        where id = any(${children}::uuid[]) and (as_of is null or as_of < ${asOf})`.execute(db)
    },
    hastenDuties: (children) => hastenDuties(db, children, occasion.at),
    recordAllocated: (children) => recordFacts(db, occasion, children.map(allocated)),
    async newestReturn() {
      const { rows } = await sql<{ as_of: string | null }>`
        select max(data ->> 'asOf') as as_of from facts
        where chain = 'partnership' and fact = 'return-merged'`.execute(db)
      const asOf = rows[0]?.as_of
      return asOf ? asDay(asOf) : undefined
    },
    lastDays: async (staging) => ({
      staged: await lastDaysStaged(db, staging),
      merged: await lastDaysMerged(db),
      refusing: await refusingFiles(db, staging),
    }),
    async countInCare() {
      const { count } = await db
        .selectFrom('children')
        .select(sql<number>`count(*)::integer`.as('count'))
        .where('scope', '=', 'in')
        .where(
          sql<boolean>`exists (
          select from facts where chain = 'partnership' and fact = 'return-merged' and not data ? 'invented')`,
        )
        .executeTakeFirstOrThrow()
      return count
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

function allocated({ child, socialWorker, iro, before }: Reallocated): Fact {
  const from = {
    ...(before.socialWorker && before.socialWorker !== socialWorker && { socialWorker: before.socialWorker }),
    ...(before.iro && before.iro !== iro && { iro: before.iro }),
  }
  return {
    ...{ fact: 'child-allocated', child, socialWorker, iro: iro ?? null },
    ...(Object.keys(from).length > 0 && { from }),
  }
}
