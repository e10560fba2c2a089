/** The last day of which each file of a return speaks: by it an older extract is told from a newer one. */
import { sql } from 'kysely'
import { readDay } from '../../../src/calendar/day.ts'
import type { LastDays } from '../../../src/children/merge-needs.ts'
import type { Db } from '../schema/database.ts'

const files = ['episodes', 'reviews', 'allocations'] as const
type Row = Readonly<Record<(typeof files)[number], string | null>>

/** What the return says of days after its as-of day is left out: a date typed wrong would make every later return look older. */
export async function lastDaysStaged(db: Db, staging: string): Promise<LastDays> {
  const { rows } = await sql<Row>`
    select
      greatest(
        (select max(from_day) from staged_episodes where staging = id and from_day <= as_of),
        (select max(to_day) from staged_episodes where staging = id and to_day <= as_of)
      )::text as episodes,
      (select max(held_on) from staged_reviews where staging = id and held_on <= as_of)::text as reviews,
      (select max(from_day) from staged_allocations where staging = id and from_day <= as_of)::text as allocations
    from staged_returns where id = ${staging}`.execute(db)
  return inDays(rows[0])
}

/** Files of which fewer rows are here than were read. */
export async function refusingFiles(db: Db, staging: string): Promise<ReadonlySet<keyof LastDays>> {
  const { rows } = await sql<Readonly<Record<(typeof files)[number], boolean>>>`
    select
      (rows ->> 'episodes')::integer > (select count(*) from staged_episodes where staging = id) as episodes,
      (rows ->> 'reviews')::integer > (select count(*) from staged_reviews where staging = id) as reviews,
      (rows ->> 'allocations')::integer > (select count(*) from staged_allocations where staging = id) as allocations
    from staged_returns where id = ${staging}`.execute(db)
  return new Set(files.filter((file) => rows[0]?.[file]))
}

/** Of every return that was merged. */
export async function lastDaysMerged(db: Db): Promise<LastDays> {
  const { rows } = await sql<Row>`
    select
      max(data -> 'lastDays' ->> 'episodes') as episodes,
      max(data -> 'lastDays' ->> 'reviews') as reviews,
      max(data -> 'lastDays' ->> 'allocations') as allocations
    from facts where chain = 'partnership' and fact = 'return-merged'`.execute(db)
  return inDays(rows[0])
}

const inDays = (row: Row | undefined): LastDays =>
  Object.fromEntries(
    files.flatMap((file) => {
      const day = readDay(row?.[file] ?? '')
      return day ? [[file, day]] : []
    }),
  )
