/** On which weekday people read their overview, what waits for it, and what was said already. */
import { sql } from 'kysely'
import type { PeopleNeeds } from '../../../src/people/needs.ts'
import type { Weekday } from '../../../src/people/weekday.ts'
import type { Db } from '../schema/database.ts'

type OwnNeeds = Pick<
  PeopleNeeds,
  'overviewDayOf' | 'saveOverviewDay' | 'moveOverview' | 'saidTheSame' | 'withdrawOlder'
>

export const overviewsStore = (db: Db): OwnNeeds => ({
  async overviewDayOf(person) {
    const row = await db.selectFrom('overview_days').select('weekday').where('person', '=', person).executeTakeFirst()
    return row && (row.weekday as Weekday)
  },
  async saveOverviewDay(person, weekday) {
    await db
      .insertInto('overview_days')
      .values({ person, weekday })
      .onConflict((conflict) => conflict.column('person').doUpdateSet({ weekday }))
      .execute()
  },
  async moveOverview(person, to) {
    const messages = await db
      .updateTable('outbox')
      .set({ waits_until: to })
      .where('meant_for', '=', person)
      .where('state', '=', 'for-post')
      .where('waits_until', 'is not', null)
      .executeTakeFirst()
    const nudges = await db
      .updateTable('nudges')
      .set({ waits_until: to })
      .where('person', '=', person)
      .where('posted_on', 'is', null)
      .where('waits_until', 'is not', null)
      .executeTakeFirst()
    return messages.numUpdatedRows + nudges.numUpdatedRows > 0n
  },
  async saidTheSame({ keyStart, about, meantFor }, card, since) {
    const row = await db
      .selectFrom('outbox')
      .select('id')
      .where('key', 'like', `${keyStart}-%`)
      .where('subject', '=', about.subject)
      .where('subject_id', '=', about.id)
      .where('meant_for', '=', meantFor)
      .where('said_at', '>=', since)
      .where('state', 'not in', ['withdrawn', 'undeliverable'])
      .where(sql<boolean>`card::jsonb = ${JSON.stringify(card)}::jsonb`)
      .executeTakeFirst()
    return row !== undefined
  },
  async withdrawOlder({ keyStart, about, meantFor }, waitsFor, now) {
    await db
      .updateTable('outbox')
      .set({ state: 'withdrawn', settled_at: now })
      .where('state', '=', 'for-post')
      .where('key', 'like', `${keyStart}-%`)
      .where('subject', '=', about.subject)
      .where('subject_id', '=', about.id)
      .where('meant_for', '=', meantFor)
      .$if(waitsFor === 'overview', (those) => those.where('waits_until', 'is not', null))
      .execute()
  },
})
