/** What waits in the database, and for when: asked in one statement, since a life asks it again and again. */
import { sql, type Kysely } from 'kysely'
import type { Database } from '../../adapters/postgres/schema/database.ts'

export type Waiting = {
  /** Due by now: wakes to ring, and messages that nobody holds; a card that is to be drawn again goes at any hour too. */
  readonly wakes: number
  readonly urgent: number
  readonly routine: number
  readonly nextWake: Date | null
  readonly nextMessage: Date | null
}

export async function whatWaits(db: Kysely<Database>, now: Date): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select * from
      (select count(*) filter (where due <= ${now})::int as wakes,
        min(due) filter (where due > ${now}) as "nextWake" from wakes) as of_wakes,
      (select count(*) filter (where at_any_hour and moment <= ${now})::int as urgent,
        count(*) filter (where not at_any_hour and moment <= ${now})::int as routine,
        min(moment) filter (where moment > ${now}) as "nextMessage"
        from (
          select urgent as at_any_hour, greatest(not_before, lease_until) as moment
          from outbox where state in ('waiting', 'sending')
          union all
          select true, greatest(asked_at, redraws.lease_until) from redraws join outbox on outbox.id = redraws.message
          where outbox.state in ('sent', 'unsure')
        ) as open) as of_messages`.execute(db)
  const [found] = rows
  if (!found) throw new Error('the database does not say what waits')
  return found
}
