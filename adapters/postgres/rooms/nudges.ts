/** What the room of nudges needs from the store. */
import { sql, type Selectable } from 'kysely'
import { z } from 'zod'
import type { ActionsNeeds } from '../../../src/actions/needs.ts'
import type { Day } from '../../../src/calendar/day.ts'
import type { DutiesNeeds } from '../../../src/duties/needs.ts'
import type { ActionId, DutyId, PersonId } from '../../../src/ids.ts'
import type { ChasedSubject } from '../../../src/nudges/chased.ts'
import type { NudgesNeeds } from '../../../src/nudges/needs.ts'
import { postKeyStart } from '../../../src/nudges/daily-post.ts'
import type { Nudge, NudgeId } from '../../../src/nudges/nudge.ts'
import { Policies, type Rung } from '../../../src/partnership/policies.ts'
import type { Db } from '../schema/database.ts'
import type { NudgesTables } from './nudges.tables.ts'
import { forPostStore } from './for-post.ts'

type OwnNeeds = Omit<NudgesNeeds, keyof ActionsNeeds | keyof DutiesNeeds>

/** Under this name the decision lies among the settings. */
const decision = 'nudges'

export function nudgesStore(db: Db): OwnNeeds {
  return {
    async saveNudge({ id, person, about, rung, day, due, waitsUntil }) {
      await db
        .insertInto('nudges')
        .values({
          ...{ id, person, subject: about.subject, subject_id: about.id, rung, day, due },
          waits_until: waitsUntil ?? null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async nudgedBefore({ person, about, rung, due }) {
      const row = await db
        .selectFrom('nudges')
        .innerJoin('posts', (join) =>
          join.onRef('posts.person', '=', 'posted_to').onRef('posts.day', '=', 'posted_on').on('shadow', '=', false),
        )
        .select('nudges.id')
        .where('nudges.person', '=', person)
        .where('subject', '=', about.subject)
        .where('subject_id', '=', about.id)
        .where('rung', '=', rung)
        .where('due', '=', due)
        .executeTakeFirst()
      return row !== undefined
    },
    async waitingNudges(people, day) {
      if (people.length === 0) return []
      const rows = await nudgeRows(db)
        .where('person', 'in', people)
        .where('posted_on', 'is', null)
        .where((row) => row.or([row('waits_until', 'is', null), row('waits_until', '<=', day)]))
        .execute()
      return rows.map(nudgeFrom)
    },
    async settleNudges(ids, to, day) {
      if (ids.length === 0) return
      await db.updateTable('nudges').set({ posted_to: to, posted_on: day }).where('id', 'in', ids).execute()
    },
    async reviveNudges(people, now) {
      if (people.length === 0) return
      await sql`
        update nudges set posted_to = null, posted_on = null from outbox
        where nudges.person = any(${people}) and posted_on is not null
          and outbox.key = ${postKeyStart} || posted_to || '-' || to_char(posted_on, 'YYYY-MM-DD')
          and state in ('waiting', 'sending', 'withdrawn') and copies = 0 and holds_until <= ${now}`.execute(db)
      await sql`
        update outbox set state = 'for-post', joined_to = null, settled_at = null from outbox post
        where outbox.meant_for = any(${people}) and outbox.state = 'joined' and post.key = outbox.joined_to
          and post.state in ('waiting', 'sending', 'withdrawn') and post.copies = 0 and post.holds_until <= ${now}`.execute(
        db,
      )
    },
    ...forPostStore(db),
    async dropNudges(ids) {
      if (ids.length > 0) await db.deleteFrom('nudges').where('id', 'in', ids).execute()
    },
    async lockPosts(person) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`posts of ${person}`}, 0))`.execute(db)
    },
    async savePost({ person, day, shadow, nudges, at }) {
      await db.insertInto('posts').values({ person, day, shadow, nudges, at }).execute()
    },
    async takeShadowPosts(day) {
      const posts = await db
        .updateTable('posts')
        .set({ reported: true })
        .where('day', '=', day)
        .where('shadow', '=', true)
        .where('reported', '=', false)
        .returning('person')
        .execute()
      const rows = await nudgeRows(db).select('posted_to').where('posted_on', '=', day).execute()
      return posts
        .toSorted((a, b) => (a.person < b.person ? -1 : 1))
        .map(({ person }) => ({
          person: person as PersonId,
          nudges: rows.filter(({ posted_to }) => posted_to === person).map(nudgeFrom),
        }))
    },
    async nudgesDecision() {
      const row = await db.selectFrom('settings').select('value').where('name', '=', decision).executeTakeFirst()
      return row && z.enum(['shadow', 'live']).parse(row.value)
    },
    async saveNudgesDecision(decided) {
      const value = JSON.stringify(decided)
      await db
        .insertInto('settings')
        .values({ name: decision, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute()
    },
    async startedChasing(day) {
      const counted = ['id', 'due', 'ladder'] as const
      const actions = await db
        .updateTable('actions')
        .set({ started_on: day })
        .where('state', '=', 'open')
        .returning([...counted, 'first_due'])
        .execute()
      const duties = await db
        .updateTable('duties')
        .set({ started_on: day })
        .where('state', '=', 'open')
        .returning(counted)
        .execute()
      const started = ({ due, ladder }: { due: string; ladder: unknown }) => ({
        ...{ due: due as Day, startedOn: day, ladder: Policies.shape.ladder.parse(ladder) },
      })
      return {
        actions: actions.map((row) => ({ id: row.id as ActionId, firstDue: row.first_due as Day, ...started(row) })),
        duties: duties.map((row) => ({ id: row.id as DutyId, ...started(row) })),
      }
    },
  }
}

const nudgeRows = (db: Db) =>
  db
    .selectFrom('nudges')
    .select(['id', 'person', 'subject', 'subject_id', 'rung', 'day', 'waits_until'])
    .orderBy('day')
    .orderBy('id')

type Row = Pick<
  Selectable<NudgesTables['nudges']>,
  'id' | 'person' | 'subject' | 'subject_id' | 'rung' | 'day' | 'waits_until'
>

const nudgeFrom = ({ id, person, rung, day, waits_until, subject, subject_id }: Row): Nudge => ({
  id: id as NudgeId,
  person: person as PersonId,
  about: { subject, id: subject_id } as ChasedSubject,
  rung: rung as Rung,
  day: day as Day,
  ...(waits_until !== null && { waitsUntil: waits_until as Day }),
})
