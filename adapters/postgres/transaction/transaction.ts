/** What every use case has in its hands, on one database transaction. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonId } from '../../../src/ids.ts'
import type { Subject, Tx } from '../../../src/ports/transaction.ts'
import type { Wake } from '../../../src/vocabulary.ts'
import { askRedraws, keysOfCard } from '../outbox/ask-redraws.ts'
import type { Db } from '../schema/database.ts'
import { canonical, recordFact, type Recorded } from '../log/facts.ts'

export function baseTx(db: Db, occasion: Recorded): Tx {
  return {
    async record(fact) {
      await recordFact(db, occasion, fact)
      await askRedraws(db, occasion, fact)
    },
    async say({ key, to, meantFor, card, about, what, holdsUntil, notBefore, urgent, forPost, waitsUntil }) {
      await db
        .insertInto('outbox')
        .values({
          id: randomUUID(),
          key,
          person: to,
          meant_for: meantFor,
          subject: about.subject,
          subject_id: about.id,
          what: what ?? null,
          holds_until: holdsUntil ?? null,
          card: JSON.stringify(card),
          asks: keysOfCard(card, to),
          urgent,
          said_at: occasion.at,
          not_before: notBefore,
          ...(forPost && { state: 'for-post' }),
          waits_until: waitsUntil ?? null,
        })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute()
    },
    async withdraw(subject) {
      await ofSubject(db, subject)
        .set({ state: 'withdrawn', settled_at: occasion.at })
        .where('state', 'in', ['waiting', 'for-post'])
        .execute()
    },
    async withdrawFrom(subject, meantFor) {
      await ofSubject(db, subject)
        .set({ state: 'withdrawn', settled_at: occasion.at })
        .where('meant_for', '=', meantFor)
        .where('state', 'in', ['waiting', 'for-post'])
        .execute()
    },
    async withdrawFor(subject, to, what) {
      await ofSubject(db, subject)
        .set({ state: 'withdrawn', settled_at: occasion.at })
        .where('state', 'in', ['waiting', 'for-post'])
        .where('person', '=', to)
        .where('what', '=', what)
        .execute()
    },
    async saidAbout(subject) {
      const rows = await db
        .selectFrom('outbox')
        .select(['person', 'said_at', 'what', 'state', 'copies'])
        .where('subject', '=', subject.subject)
        .where('subject_id', '=', subject.id)
        .where('state', '<>', 'withdrawn')
        .orderBy('seq')
        .execute()
      return rows.map((row) => ({
        to: row.person as PersonId,
        at: row.said_at,
        ...(row.what !== null && { what: row.what }),
        waits: row.state === 'for-post' || (row.state === 'waiting' && row.copies === 0),
      }))
    },
    async redraw(subject, to, what, card) {
      await ofSubject(db, subject)
        .set({ card: JSON.stringify(card), drawn: '' })
        .where('person', '=', to)
        .where((row) => row.or([row('what', '=', what), row('what', 'is', null)])) // null: said by an earlier version
        .where('state', 'not in', ['for-post', 'waiting', 'withdrawn'])
        .execute()
    },
    async deliveredAt(subject, meantFor) {
      const row = await db
        .selectFrom('outbox')
        .select(sql<Date>`coalesce(opened_at, settled_at)`.as('at'))
        .where('subject', '=', subject.subject)
        .where('subject_id', '=', subject.id)
        .where('meant_for', '=', meantFor)
        .where('state', 'in', ['sent', 'unsure']) // unsure: perhaps twice, but it arrived
        .orderBy('at')
        .executeTakeFirst()
      return row?.at
    },
    async saidBefore(keyStart, except) {
      const row = await db
        .selectFrom('outbox')
        .select('id')
        .where('key', 'like', `${keyStart}%`)
        .where('key', '<>', except)
        .executeTakeFirst()
      return row !== undefined
    },
    async setWake(wake, at) {
      await db
        .insertInto('wakes')
        .values({ key: wakeKey(wake), wake: JSON.stringify(wake), due: at })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ due: at, tries: 0 }))
        .execute()
    },
    async clearWake(wake) {
      await db.deleteFrom('wakes').where('key', '=', wakeKey(wake)).execute()
    },
  }
}

const ofSubject = (db: Db, { subject, id }: Subject) =>
  db.updateTable('outbox').where('subject', '=', subject).where('subject_id', '=', id)

export const wakeKey = (wake: Wake): string => canonical(wake)
