/** Messages that wait for their receiver's one post of the day, and what becomes of them. */
import { asDay } from '../../../src/calendar/day.ts'
import type { Card } from '../../../src/display/card.ts'
import type { MessageId, PersonId } from '../../../src/ids.ts'
import type { MessageKey } from '../../../src/people/kinds-of-message.ts'
import type { NudgesNeeds } from '../../../src/nudges/needs.ts'
import type { Subject } from '../../../src/ports/transaction.ts'
import type { Db } from '../schema/database.ts'

export const forPostStore = (
  db: Db,
): Pick<NudgesNeeds, 'waitForPost' | 'joinPost' | 'leavePost' | 'withdrawFromPost'> => ({
  async waitForPost(people, day) {
    if (people.length === 0) return []
    const rows = await db
      .selectFrom('outbox')
      .select(['id', 'key', 'meant_for', 'card', 'subject', 'subject_id', 'what', 'holds_until', 'waits_until'])
      .where('state', '=', 'for-post')
      .where('meant_for', 'in', people)
      .where((row) => row.or([row('waits_until', 'is', null), row('waits_until', '<=', day)]))
      .orderBy('seq')
      .forUpdate()
      .execute()
    return rows.map((row) => ({
      ...{ id: row.id as MessageId, key: row.key as MessageKey, meantFor: row.meant_for as PersonId },
      ...{ card: row.card as Card, about: { subject: row.subject, id: row.subject_id } as Subject },
      ...(row.what !== null && { what: row.what }),
      ...(row.holds_until && { holdsUntil: row.holds_until }),
      ...(row.waits_until !== null && { waitsUntil: asDay(row.waits_until) }),
    }))
  },
  async joinPost(ids, post) {
    if (ids.length === 0) return
    await db.updateTable('outbox').set({ state: 'joined', joined_to: post }).where('id', 'in', ids).execute()
  },
  async leavePost(ids, to, now) {
    if (ids.length === 0) return
    await db
      .updateTable('outbox')
      .set({ state: 'waiting', person: to, not_before: now })
      .where('id', 'in', ids)
      .execute()
  },
  async withdrawFromPost(ids, now) {
    if (ids.length === 0) return
    await db.updateTable('outbox').set({ state: 'withdrawn', settled_at: now }).where('id', 'in', ids).execute()
  },
})
