/** What happened to a child on a day, event by event. */
import type { Selectable } from 'kysely'
import type { Day } from '../../../src/calendar/day.ts'
import { childEventKinds, isNotHeld, type ChildEvent } from '../../../src/duties/child-event.ts'
import type { Duty } from '../../../src/duties/duty.ts'
import type { DutiesNeeds } from '../../../src/duties/needs.ts'
import { ChildEventId, type ChildId, type DutyId, type PersonId } from '../../../src/ids.ts'
import type { Db } from '../schema/database.ts'
import type { DutiesTables } from './duties.tables.ts'

type Row = Selectable<DutiesTables['child_events']>
export type NotHeldRow = Pick<Row, 'id' | 'kind' | 'happened_on' | 'again_by' | 'again_with'>

export const childEventsStore = (db: Db): Pick<DutiesNeeds, 'saveChildEvent' | 'childEvent' | 'childEventsOf'> => ({
  async saveChildEvent({ id, child, kind, on, by, at, duty, again }) {
    await db
      .insertInto('child_events')
      .values({
        ...{ id, child, kind, happened_on: on, recorded_by: by ?? null, at, duty: duty ?? null },
        ...{ again_by: again?.by ?? null, again_with: again?.with ?? null },
      })
      .execute()
  },
  async childEvent(id) {
    const row = await db.selectFrom('child_events').selectAll().where('id', '=', id).executeTakeFirst()
    return row && eventFrom(row)
  },
  async childEventsOf(child) {
    const rows = await db.selectFrom('child_events').selectAll().where('child', '=', child).orderBy('seq').execute()
    return rows.map(eventFrom)
  },
})

function eventFrom(row: Row): ChildEvent {
  const kind = childEventKinds.find((one) => one === row.kind)
  if (!kind) throw new Error(`something of no known kind happened to a child: ${row.id}`)
  return {
    id: ChildEventId.parse(row.id),
    child: row.child as ChildId,
    ...{ kind, on: row.happened_on as Day, at: row.at },
    ...(row.recorded_by !== null && { by: row.recorded_by as PersonId }),
    ...(row.duty !== null && { duty: row.duty as DutyId }),
    ...(row.again_by !== null &&
      row.again_with !== null && { again: { by: row.again_by as Day, with: row.again_with as PersonId } }),
  }
}

/** Of a duty that is open, by the last that was recorded of it. */
export function notHeldFrom(row: NotHeldRow | null): Pick<Duty, 'notHeld'> {
  if (!row || !isNotHeld(row.kind) || row.again_by === null || row.again_with === null) return {}
  const again = { by: row.again_by as Day, with: row.again_with as PersonId }
  return { notHeld: { id: ChildEventId.parse(row.id), kind: row.kind, on: row.happened_on as Day, again } }
}
