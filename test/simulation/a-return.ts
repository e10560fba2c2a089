/** A return that says of every child: this social worker from today, and this IRO. */
import { sql } from 'kysely'
import { createMergeStore } from '../../adapters/postgres/import/merge-store.ts'
import { dayOf } from '../../src/calendar/london.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { mergeAndHandOn } from '../../src/handovers/merge-and-hand-on.ts'
import type { PersonId } from '../../src/ids.ts'
import type { World } from './world.ts'

export type Allocated = { readonly socialWorker: PersonId; readonly iro: PersonId }

export async function mergeAReturn(world: World, { socialWorker, iro }: Allocated): Promise<void> {
  const { db, seals, clock, chance } = world
  const [staging, now] = [chance.uuid(), clock.now()]
  const today = dayOf(now)
  const numbered = sql`(select row_number() over (order by id)::int - 1 as n, children.* from children) as numbered`
  await sql`insert into staged_returns (id, started_at, as_of, rows) values (${staging}, ${now}, ${today}, '{}')`.execute(
    db,
  )
  await sql`
    insert into staged_children (staging, child, row, identifier_hash, identity_hash, key, identity, of_age)
    select ${staging}, n, n + 2, identifier_hash, identity_hash, key, identity, false from ${numbered}`.execute(db)
  await sql`
    insert into staged_episodes (staging, child, row, from_day, legal_status, starts_care, leaves_care)
    select ${staging}, n, n + 2, care_from, legal_status, true, false from ${numbered} where scope = 'in'`.execute(db)
  await sql`
    insert into staged_allocations (staging, child, row, social_worker, iro, from_day)
    select ${staging}, n, n + 2, ${socialWorker}, ${iro}, ${today} from ${numbered}`.execute(db)
  const partnership = world.partnership()
  const calendar = workingCalendar(partnership.closedDays)
  const report = await createMergeStore(db, seals).transact({ at: now }, (tx) =>
    mergeAndHandOn({ tx, now, partnership, calendar, newId: () => chance.uuid() }, { staging, dryRun: false }),
  )
  if (report.kind !== 'merged') throw new Error(`the return was not merged: ${report.kind}`)
  for (const table of ['staged_allocations', 'staged_episodes', 'staged_children'])
    await sql`delete from ${sql.table(table)} where staging = ${staging}`.execute(db)
  await sql`delete from staged_returns where id = ${staging}`.execute(db)
}
