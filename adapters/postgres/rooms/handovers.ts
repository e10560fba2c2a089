/** What the room of hand-overs needs from the store. */
import { sql, type Selectable } from 'kysely'
import { z } from 'zod'
import { asDay } from '../../../src/calendar/day.ts'
import type { DutiesNeeds } from '../../../src/duties/needs.ts'
import { HeldAs } from '../../../src/handovers/asks.ts'
import type { Handover } from '../../../src/handovers/handover.ts'
import type { HandoversNeeds } from '../../../src/handovers/needs.ts'
import type { CaseId, ChildId, HandoverId, PersonId } from '../../../src/ids.ts'
import type { MeetingsNeeds } from '../../../src/meetings/needs.ts'
import { redrawSaid } from '../outbox/ask-redraws.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'
import { childOf, childRows } from './children.ts'
import type { HandoversTables } from './handovers.tables.ts'
import type { heldStore } from './held.ts'
import { keepParts } from './parts.ts'

type OwnNeeds = Omit<HandoversNeeds, keyof MeetingsNeeds | keyof DutiesNeeds | keyof ReturnType<typeof heldStore>>

export function handoversStore(db: Db, seals: Seals, at: Date): OwnNeeds {
  return {
    async lockChild(id) {
      const row = await childRows(db).where('id', '=', id).forUpdate().executeTakeFirst()
      return row && childOf(seals, row)
    },
    async handOverChild(id, to, from) {
      const who = 'iro' in to ? { iro: to.iro } : { social_worker: to.socialWorker }
      await db
        .updateTable('children')
        .set({ ...who, allocated_from: from, handed_over: true })
        .where('id', '=', id)
        .execute()
      await keepParts(db, at, 'child', [id])
    },
    async toldOf(holder, told) {
      const rows = await db
        .selectFrom('held_told')
        .select(['part', 'thing', 'on_day'])
        .where('holder', '=', holder)
        .where('told', '=', told)
        .where('holds', '=', true)
        .execute()
      return rows.map(({ part, thing, on_day }) => ({ part: HeldAs.parse(part), thing, on: asDay(on_day) }))
    },
    async saveTold(holder, told, things, on_day) {
      await db
        .insertInto('held_told')
        .values(things.map(({ part, thing }) => ({ holder, told, part, thing, on_day, holds: true })))
        .onConflict((conflict) =>
          conflict.columns(['holder', 'told', 'part', 'thing']).doUpdateSet({ on_day, holds: true }),
        )
        .execute()
    },
    async keepTold(things) {
      const still = things.map(({ holder, part, thing }) => ({ holder, part, thing }))
      const { rows } = await sql<{ holder: string }>`
        update held_told set holds = false where holds and not exists (
          select from jsonb_to_recordset(${JSON.stringify(still)}::jsonb) as still (holder text, part text, thing uuid)
          where still.holder = held_told.holder and still.part = held_told.part and still.thing = held_told.thing
        ) returning holder`.execute(db)
      const holders = [...new Set(rows.map(({ holder }) => holder))]
      await redrawSaid(db, at, 'held', holders)
    },
    async wasToldOf(people, { part, thing }) {
      const row = await db
        .selectFrom('held_told')
        .select('thing')
        .where('thing', '=', thing)
        .where('part', '=', part)
        .where('told', 'in', people)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    async handoverById(id) {
      const row = await db.selectFrom('handovers').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      return row && handoverFrom(row)
    },
    async openHandoverOf(about, to) {
      const row = await db
        .selectFrom('handovers')
        .selectAll()
        .where('case' in about ? 'case_id' : 'child', '=', 'case' in about ? about.case : about.child)
        .where('to_person', '=', to)
        .where('taken_up_at', 'is', null)
        .forUpdate()
        .executeTakeFirst()
      return row && handoverFrom(row)
    },
    async dropHandover(id) {
      await db.deleteFrom('handovers').where('id', '=', id).execute()
    },
    async saveHandover({ id, about, ref, from, to, ...handover }) {
      const changing = { things: JSON.stringify(handover.things), taken_up_at: handover.takenUpAt ?? null }
      await db
        .insertInto('handovers')
        .values({
          ...{ id, ref, from_person: from, to_person: to, at: handover.at },
          case_id: 'case' in about ? about.case : null,
          child: 'child' in about ? about.child : null,
          ...changing,
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
        .execute()
    },
  }
}

const HeldKeys = z.array(z.object({ part: HeldAs, thing: z.uuid() }))

function handoverFrom(row: Selectable<HandoversTables['handovers']>): Handover {
  return {
    id: row.id as HandoverId,
    about: row.case_id !== null ? { case: row.case_id as CaseId } : { child: row.child as ChildId },
    ref: row.ref,
    things: HeldKeys.parse(row.things),
    from: row.from_person as PersonId,
    to: row.to_person as PersonId,
    at: row.at,
    ...(row.taken_up_at !== null && { takenUpAt: row.taken_up_at }),
  }
}
