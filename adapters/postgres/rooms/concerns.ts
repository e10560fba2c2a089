/** What the room of concerns needs from the store. */
import { sql } from 'kysely'
import type { ChildrenNeeds } from '../../../src/children/needs.ts'
import type { ClimbsNeeds } from '../../../src/climbs/needs.ts'
import type { ConcernsNeeds } from '../../../src/concerns/needs.ts'
import { PersonId } from '../../../src/ids.ts'
import type { PeopleNeeds } from '../../../src/people/needs.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'
import { concernFrom, overColumns } from './concern-rows.ts'

type Elsewhere = keyof PeopleNeeds | keyof ClimbsNeeds | keyof ChildrenNeeds

export function concernsStore(db: Db, seals: Seals): Omit<ConcernsNeeds, Elsewhere> {
  const answeringFor = (child: string) =>
    db.selectFrom('children').select(['social_worker', 'iro']).where('id', '=', child).executeTakeFirst()

  return {
    async concern(id) {
      const row = await db.selectFrom('concerns').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      return row && concernFrom(row)
    },
    async openConcerns({ writer, child, raisings = [] }) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`concerns of ${writer}`}, 0))`.execute(db)
      const rows = await db
        .selectFrom('concerns')
        .selectAll()
        .where('reported_at', 'is', null)
        .where('taken_back_at', 'is', null)
        .where((row) =>
          row.or([
            row('writer', '=', writer),
            ...(child ? [row('child', '=', child)] : []),
            ...(raisings.length > 0 ? [row('raising', 'in', raisings)] : []),
          ]),
        )
        .orderBy('id')
        .forUpdate()
        .execute()
      return rows.map(concernFrom)
    },
    async reportedOf(id, raisings) {
      const rows = await db
        .selectFrom('concerns')
        .selectAll()
        .where('reported_at', 'is not', null)
        .where((row) =>
          row.or([row('case_id', '=', id), ...(raisings.length > 0 ? [row('raising', 'in', raisings)] : [])]),
        )
        .orderBy('raised_at')
        .orderBy('id')
        .execute()
      return rows.map(concernFrom)
    },
    async answersForConcern({ case: stuck, child }) {
      const ofCase =
        stuck &&
        (await db
          .selectFrom('cases')
          .select(['state', 'child', 'social_worker', 'iro'])
          .where('id', '=', stuck)
          .executeTakeFirst())
      // Nobody hands a closed case on: its child is given to others without it.
      const id = ofCase?.child ?? child
      const isOpen = ofCase !== undefined && ofCase.state !== 'closed'
      const row = isOpen || id === undefined ? ofCase : await answeringFor(id)
      return {
        ...(row?.social_worker && { socialWorker: PersonId.parse(row.social_worker) }),
        ...(row?.iro && { iro: PersonId.parse(row.iro) }),
      }
    },
    async caseOfConcern({ case: stuck }) {
      if (!stuck) return undefined
      const row = await db
        .selectFrom('cases')
        .select(['ref', 'key', 'identity'])
        .where('id', '=', stuck)
        .executeTakeFirst()
      const known = row?.identity ? seals.open(row.key, row.identity).find(({ name }) => name === 'name') : undefined
      return row && { ref: row.ref, ...(known && { name: known.words }) }
    },
    async isNamedToIroAlone({ raising, writer }) {
      if (!raising) return false
      const row = await db
        .selectFrom('raisings')
        .select('named_to')
        .where('id', '=', raising)
        .where('by', '=', writer)
        .executeTakeFirst()
      return row?.named_to === 'iro'
    },
    async saveConcern(concern) {
      const changing = {
        case_id: concern.case ?? null,
        child: concern.child ?? null,
        kind: concern.kind,
        told: JSON.stringify(concern.told),
        repeats: concern.repeats,
        ...overColumns(concern.over),
      }
      await db
        .insertInto('concerns')
        .values({
          id: concern.id,
          raising: concern.raising ?? null,
          writer: concern.writer,
          raised_at: concern.raisedAt,
          key: seals.newKey(),
          report: null,
          ...changing,
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
        .execute()
    },
    async saveReport(id, words) {
      const { key } = await db.selectFrom('concerns').select('key').where('id', '=', id).executeTakeFirstOrThrow()
      await db
        .updateTable('concerns')
        .set({ report: seals.seal(key, words) })
        .where('id', '=', id)
        .execute()
    },
    async reportOf(id) {
      const row = await db.selectFrom('concerns').select(['key', 'report']).where('id', '=', id).executeTakeFirst()
      return row?.report ? seals.open(row.key, row.report) : []
    },
  }
}
