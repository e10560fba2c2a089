/** Children in care, as the rooms ask for them. */
import { sql } from 'kysely'
import { asDay } from '../../../src/calendar/day.ts'
import { birthday } from '../../../src/calendar/months.ts'
import type { Child } from '../../../src/children/child.ts'
import { readIdentity } from '../../../src/children/sealed-identity.ts'
import type { ChildrenNeeds } from '../../../src/children/needs.ts'
import { lastNotKnown } from '../../../src/duties/child-event.ts'
import { ChildId, PersonId } from '../../../src/ids.ts'
import { AroundCare } from '../../../src/partnership/also-for.ts'
import type { Tx } from '../../../src/ports/transaction.ts'
import type { Db } from '../schema/database.ts'
import { foundByHash } from '../keys/hashing-keys.ts'
import type { Seals } from '../transaction/seals.ts'
import { careColumns, careOf, datesAsOf } from './care-columns.ts'
import { confirmedIdentities } from './confirmed-identities.ts'

export function childrenStore(db: Db, seals: Seals): Omit<ChildrenNeeds, keyof Tx | 'saveAroundCare'> {
  return {
    async childById(id) {
      const row = await childRows(db).where('id', '=', id).executeTakeFirst()
      return row && childOf(seals, row)
    },
    async childrenFoundBy(kind, words) {
      const found = await foundByHash(
        () => seals.hashes(db, kind, words),
        async (hashes) => {
          const rows = await childRows(db).where(isFoundBy(hashes)).orderBy('ref').execute()
          return rows.length > 0 ? rows : undefined
        },
      )
      return (found ?? []).map((row) => childOf(seals, row))
    },
    async childrenOf(socialWorker) {
      const rows = await childRows(db)
        .where('social_worker', '=', socialWorker)
        .where('scope', '=', 'in')
        .orderBy('ref')
        .execute()
      return rows.map((row) => childOf(seals, row))
    },
    async childrenNaming(person) {
      const rows = await childRows(db)
        .where((eb) => eb.or([eb('social_worker', '=', person), eb('iro', '=', person)]))
        .where('scope', '=', 'in')
        .orderBy('ref')
        .execute()
      return rows.map((row) => childOf(seals, row))
    },
    confirmedIdentities: (children) => confirmedIdentities(db, seals, children),
    async childrenGivenBackBy(person) {
      const rows = await childRows(db)
        .where('given_back_by', '=', person)
        .where('social_worker', 'is', null)
        .where('scope', '=', 'in')
        .orderBy('ref')
        .execute()
      return rows.map((row) => childOf(seals, row))
    },
    async withoutSocialWorker() {
      const rows = await db
        .selectFrom('children')
        .select('ref')
        .where('scope', '=', 'in')
        .where('social_worker', 'is', null)
        .orderBy('ref')
        .execute()
      return rows.map(({ ref }) => ref)
    },
    async takeReviewBack(child, heldOn, by, at) {
      await db.deleteFrom('reviews_held').where('child', '=', child).where('held_on', '=', heldOn).execute()
      await db.insertInto('reviews_taken_back').values({ child, held_on: heldOn, by, at }).execute()
    },
    async holdReviewAgain(child, heldOn) {
      await db.deleteFrom('reviews_taken_back').where('child', '=', child).where('held_on', '=', heldOn).execute()
      await db.insertInto('reviews_held').values({ child, held_on: heldOn }).execute()
    },
    async confirmChild(id, at, began) {
      await db
        .updateTable('children')
        .set({ confirmed_at: at, ...(began && { began_said: began }) })
        .where('id', '=', id)
        .execute()
    },
  }
}

/** One statement whatever is looked for, so that no kind of number takes longer than another. */
const isFoundBy = (hashes: readonly string[]) => sql<boolean>`(
  identifier_hash = any(${hashes}::text[])
  or found_by_hash && ${hashes}::text[]
  or id in (select child from cases where found_by_hash && ${hashes}::text[])
)`

export const childRows = (db: Db) =>
  db
    .selectFrom('children')
    .select(['id', 'ref', 'key', 'identity', ...careColumns])
    .select(['social_worker', 'team', 'iro', 'confirmed_at', 'as_of', 'given_back_by', 'given_back_from', 'around'])
    .select([reviewsIn('reviews_held').as('reviews_held'), reviewsIn('reviews_taken_back').as('reviews_taken_back')])
    .select(
      sql<string | null>`(
        select max(happened_on)::text from child_events
        where child_events.child = children.id and kind = 'assessment-held'
      )`.as('assessed_on'),
    )
    .select(
      sql<string | null>`(
        select max(happened_on)::text from child_events
        where child_events.child = children.id and kind = ${lastNotKnown}
      )`.as('not_known_on'),
    )

/** Those of this period of care. */
const reviewsIn = (table: 'reviews_held' | 'reviews_taken_back') => sql<string[]>`array(
  select held_on::text from ${sql.table(table)} reviews
  where reviews.child = children.id and held_on >= coalesce(children.began_said, children.began_returned, children.care_from)
  order by held_on
)`

type ChildRow = Awaited<ReturnType<ReturnType<typeof childRows>['executeTakeFirstOrThrow']>>

export function childOf(seals: Seals, row: ChildRow): Child {
  const identity = readIdentity(seals.openWords(row.key, row.identity).reveal())
  return {
    id: ChildId.parse(row.id),
    ref: row.ref,
    ...identity,
    ...(row.assessed_on && {
      assessed: { on: asDay(row.assessed_on), turnsFive: birthday(asDay(identity.birthday.reveal()), 5) },
    }),
    ...(row.not_known_on && { lastAssessmentNotKnown: asDay(row.not_known_on) }),
    ...careOf(row),
    reviewsHeld: row.reviews_held.map(asDay),
    ...(row.reviews_taken_back.length > 0 && { reviewsTakenBack: row.reviews_taken_back.map(asDay) }),
    ...(row.social_worker && { socialWorker: PersonId.parse(row.social_worker) }),
    ...(row.team && { team: row.team }),
    ...(row.iro && { iro: PersonId.parse(row.iro) }),
    ...(row.confirmed_at && { confirmedAt: row.confirmed_at }),
    ...(row.around && { around: AroundCare.parse(row.around) }),
    ...datesAsOf(row),
    ...(!row.social_worker &&
      row.given_back_by &&
      row.given_back_from && {
        givenBack: { by: PersonId.parse(row.given_back_by), from: PersonId.parse(row.given_back_from) },
      }),
  }
}

export async function anyChild(db: Db): Promise<boolean> {
  return (await db.selectFrom('children').select('id').limit(1).executeTakeFirst()) !== undefined
}
