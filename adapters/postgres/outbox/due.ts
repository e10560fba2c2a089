/** What should have happened by now, and when the next thing is to happen. */
import { sql, type Kysely } from 'kysely'
import type { Due, Late } from '../../../src/ports/due.ts'
import type { Database } from '../schema/database.ts'

export function createDue(db: Kysely<Database>): Due {
  return {
    async late(at, graceMs, routineSince) {
      const since = new Date(at.getTime() - graceMs)
      const routine = routineSince ?? since
      const { rows } = await sql<Late>`
        select
          (select count(*)::int from outbox where state in ('waiting', 'sending')
            and not_before < case when urgent then ${since}::timestamptz else ${routine}::timestamptz end) as messages,
          (select count(*)::int from wakes where due < ${since}) as wakes
      `.execute(db)
      return rows[0] ?? { messages: 0, wakes: 0 }
    },
    async nextMoment(after, until) {
      const { rows } = await sql<{ next: Date | null }>`
        select least(
          (select min(due) from wakes where due > ${after} and due <= ${until}),
          (select min(moment) from (
            select greatest(not_before, lease_until) as moment from outbox where state in ('waiting', 'sending')
          ) open where moment > ${after} and moment <= ${until})
        ) as next
      `.execute(db)
      return rows[0]?.next ?? undefined
    },
  }
}
