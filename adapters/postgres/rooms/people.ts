/** Who is away, and when; and whom no message reaches. */
import { sql } from 'kysely'
import { asDay } from '../../../src/calendar/day.ts'
import type { PersonId } from '../../../src/ids.ts'
import { postKeyStart } from '../../../src/nudges/daily-post.ts'
import type { PeopleNeeds } from '../../../src/people/needs.ts'
import type { Subject, Tx } from '../../../src/ports/transaction.ts'
import type { Db } from '../schema/database.ts'
import { overviewsStore } from './overviews.ts'

export function peopleStore(db: Db): Omit<PeopleNeeds, keyof Tx> {
  return {
    ...overviewsStore(db),
    async awayOn(day) {
      const rows = await db
        .selectFrom('away')
        .select('person')
        .where('from_day', '<=', day)
        .where('until_day', '>=', day)
        .execute()
      return new Set(rows.map((row) => row.person as PersonId))
    },
    async saveAway(person, from, until) {
      await db
        .insertInto('away')
        .values({ person, from_day: from, until_day: until })
        .onConflict((conflict) => conflict.column('person').doUpdateSet({ from_day: from, until_day: until }))
        .execute()
    },
    async clearAway(person) {
      await db.deleteFrom('away').where('person', '=', person).execute()
    },
    async hasPost(person, day) {
      const row = await db
        .selectFrom('posts')
        .select('person')
        .where('person', '=', person)
        .where('day', '=', day)
        .executeTakeFirst()
      return row !== undefined
    },
    async unreached(people) {
      const { rows } = await sql<{ person: PersonId }>`
        select person
        from unnest(${people}::text[]) as asked (person)
        cross join lateral (
          select state, settled_at from outbox
          where outbox.person = asked.person and state in ('sent', 'unsure', 'undeliverable')
          order by seq desc limit 1
        ) last
        where last.state = 'undeliverable' and not exists (
          select from accounts
          where accounts.person = asked.person and removed_at is null and unreachable_since is null
            and used_at > last.settled_at
        )
        union
        select person from unopened_pages unopened
        where person = any (${people}::text[]) and told_at is not null and not exists (
          select from accounts
          where accounts.person = unopened.person and removed_at is null and unreachable_since is null
            and used_at > unopened.since
        )`.execute(db)
      return new Set(rows.map(({ person }) => person))
    },
    async noteUnopened(person, since) {
      const noted = await db
        .insertInto('unopened_pages')
        .values({ person, since, told_at: null })
        .onConflict((conflict) => conflict.column('person').doNothing())
        .executeTakeFirst()
      return (noted.numInsertedOrUpdatedRows ?? 0n) > 0n
    },
    async unopenedSince(person) {
      const row = await db.selectFrom('unopened_pages').select('since').where('person', '=', person).executeTakeFirst()
      return row?.since
    },
    async keepUnopenedTold(person, at) {
      await db.updateTable('unopened_pages').set({ told_at: at }).where('person', '=', person).execute()
    },
    async forgetUnopened(person) {
      await db.deleteFrom('unopened_pages').where('person', '=', person).execute()
    },
    async openOnPage(person, messages, at) {
      const opened = await db
        .updateTable('outbox')
        .where('person', '=', person)
        .where('state', '=', 'on-page')
        .where('id', 'in', messages)
        .set({ state: sql`case when copies > 1 then 'unsure' else 'sent' end`, opened_at: at })
        .executeTakeFirst()
      const { left } = await db
        .selectFrom('outbox')
        .select(sql<number>`count(*)::int`.as('left'))
        .where('person', '=', person)
        .where('state', '=', 'on-page')
        .executeTakeFirstOrThrow()
      return { opened: Number(opened.numUpdatedRows), left }
    },
    async saidInPlaceOf(people, things, now) {
      const { rows } = await sql<{
        to: PersonId
        meant_for: PersonId
        subject: string
        id: string
        what: string | null
      }>`
        select person as to, meant_for, subject, subject_id as id, what from outbox
        where subject_id = any(${things}) and meant_for = any(${people}) and person <> meant_for
          and state in ('sent', 'unsure', 'on-page', 'joined') and (holds_until is null or holds_until > ${now})
        union
        select posted_to, nudges.person, nudges.subject, nudges.subject_id::text, rung from nudges
        join outbox on key = ${postKeyStart} || posted_to || '-' || to_char(posted_on, 'YYYY-MM-DD')
        where nudges.subject_id::text = any(${things}) and nudges.person = any(${people}) and posted_to <> nudges.person
          and state in ('sent', 'unsure', 'on-page')`.execute(db)
      return rows.map(({ to, meant_for: meantFor, subject, id, what }) => ({
        ...{ to, meantFor, about: { subject, id } as Subject },
        ...(what !== null && { what }),
      }))
    },
    async awayOf(person) {
      const row = await db
        .selectFrom('away')
        .select(['from_day', 'until_day'])
        .where('person', '=', person)
        .executeTakeFirst()
      return row && { from: asDay(row.from_day), until: asDay(row.until_day) }
    },
  }
}
