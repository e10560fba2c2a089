/** What the room of concerns needs from the store. */
import { z } from 'zod'
import type { ClimbsNeeds } from '../../../src/climbs/needs.ts'
import type { Concern } from '../../../src/concerns/concern.ts'
import type { ConcernsNeeds } from '../../../src/concerns/needs.ts'
import { PersonId, type CaseId, type ChildId, type ConcernId } from '../../../src/ids.ts'
import type { PeopleNeeds } from '../../../src/people/needs.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'

export function concernsStore(db: Db, seals: Seals): Omit<ConcernsNeeds, keyof PeopleNeeds | keyof ClimbsNeeds> {
  return {
    async concern(id) {
      const row = await db.selectFrom('concerns').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      return row && concernFrom(row)
    },
    async unreportedBy(writer, about) {
      const rows = await db
        .selectFrom('concerns')
        .selectAll()
        .where('writer', '=', writer)
        .where('reported_at', 'is', null)
        .forUpdate()
        .execute()
      return rows
        .map(concernFrom)
        .find((open) => (about.case ? open.case === about.case : open.child === about.child && !open.case))
    },
    async unreportedOfNobodyKnown(writer) {
      const rows = await db
        .selectFrom('concerns')
        .selectAll()
        .where('writer', '=', writer)
        .where('reported_at', 'is', null)
        .where('case_id', 'is', null)
        .where('child', 'is', null)
        .orderBy('id')
        .forUpdate()
        .execute()
      return rows.map(concernFrom)
    },
    async answersForConcern({ case: stuck, child }) {
      const row = stuck
        ? await db.selectFrom('cases').select(['social_worker', 'iro']).where('id', '=', stuck).executeTakeFirst()
        : child &&
          (await db.selectFrom('children').select(['social_worker', 'iro']).where('id', '=', child).executeTakeFirst())
      return {
        ...(row?.social_worker && { socialWorker: PersonId.parse(row.social_worker) }),
        ...(row?.iro && { iro: PersonId.parse(row.iro) }),
      }
    },
    async saveConcern(concern) {
      const changing = {
        told: JSON.stringify(concern.told),
        repeats: concern.repeats,
        reported_at: concern.reportedAt ?? null,
      }
      await db
        .insertInto('concerns')
        .values({
          id: concern.id,
          case_id: concern.case ?? null,
          child: concern.child ?? null,
          writer: concern.writer,
          raised_at: concern.raisedAt,
          key: seals.newKey(),
          report: null,
          reported_by: null,
          ...changing,
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
        .execute()
    },
    async saveReport(id, by, at, words) {
      const { key } = await db.selectFrom('concerns').select('key').where('id', '=', id).executeTakeFirstOrThrow()
      await db
        .updateTable('concerns')
        .set({ report: seals.seal(key, words), reported_by: by, reported_at: at })
        .where('id', '=', id)
        .execute()
    },
  }
}

type Row = {
  id: string
  case_id: string | null
  child: string | null
  writer: string
  told: unknown
  raised_at: Date
  repeats: number
  reported_at: Date | null
}

const concernFrom = (row: Row): Concern => ({
  id: row.id as ConcernId,
  ...(row.case_id !== null && { case: row.case_id as CaseId }),
  ...(row.child !== null && { child: row.child as ChildId }),
  writer: row.writer as PersonId,
  told: z.array(PersonId).parse(row.told),
  raisedAt: row.raised_at,
  repeats: row.repeats,
  ...(row.reported_at !== null && { reportedAt: row.reported_at }),
})
