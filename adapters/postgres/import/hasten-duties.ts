/** Checks duties now rather than weeks later, when the next rung by the old date would be due. */
import { sql } from 'kysely'
import { dayOf } from '../../../src/calendar/london.ts'
import { dutyLadder } from '../../../src/climbs/ladder.ts'
import type { ChildId, DutyId } from '../../../src/ids.ts'
import { Rung } from '../../../src/partnership/policies.ts'
import type { Db } from '../schema/database.ts'
import { wakeKey } from '../transaction/transaction.ts'

export async function hastenDuties(db: Db, children: readonly ChildId[], at: Date): Promise<void> {
  if (children.length === 0) return
  const duties = await db
    .selectFrom('duties')
    .select('id')
    .where('child', '=', sql<string>`any(${children}::uuid[])`)
    .where('state', '=', 'open')
    // What was confirmed today is looked at tomorrow, and reminded of no earlier.
    .where('started_on', '<', dayOf(at))
    .execute()
  const keys = duties.flatMap(({ id }) =>
    Rung.options.map((stage) => wakeKey({ wake: 'climb-due', ...dutyLadder(id as DutyId), stage })),
  )
  await db
    .updateTable('wakes')
    .set({ due: at, tries: 0 })
    .where('key', '=', sql<string>`any(${keys})`)
    .where('due', '>', at)
    .execute()
}
