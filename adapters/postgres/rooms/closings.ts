/** Proposals to close cases, and what in them is open, as the room of cases wants them. */
import { sql, type Selectable } from 'kysely'
import type { Closing } from '../../../src/cases/closing.ts'
import type { CasesNeeds } from '../../../src/cases/needs.ts'
import type { CaseId, ClosingId, PersonId } from '../../../src/ids.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'
import type { CasesTables } from './cases.tables.ts'

type OwnNeeds = Pick<
  CasesNeeds,
  'closingById' | 'lastClosingOf' | 'openActionsIn' | 'openMeetingsIn' | 'overdueActionsIn' | 'saveProposedClosing'
>

export function closingsStore(db: Db, seals: Seals): OwnNeeds {
  return {
    async closingById(id) {
      const row = await rowsOf(db).where('closings.id', '=', id).executeTakeFirst()
      return row && closingFrom(row, seals)
    },
    async lastClosingOf(id) {
      const row = await rowsOf(db).where('case_id', '=', id).orderBy('at', 'desc').limit(1).executeTakeFirst()
      return row && closingFrom(row, seals)
    },
    async openActionsIn(id) {
      const { count } = await db
        .selectFrom('actions')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('case_id', '=', id)
        .where('state', '=', 'open')
        .executeTakeFirstOrThrow()
      return count
    },
    async overdueActionsIn(ids, today) {
      if (ids.length === 0) return new Map()
      const rows = await db
        .selectFrom('actions')
        .select(['case_id', sql<number>`count(*)::int`.as('count')])
        .where('case_id', 'in', ids)
        .where('state', '=', 'open')
        .where('due', '<', today)
        .groupBy('case_id')
        .execute()
      return new Map(rows.map(({ case_id, count }) => [case_id as CaseId, count]))
    },
    async openMeetingsIn(ids) {
      if (ids.length === 0) return new Map()
      const rows = await db
        .selectFrom('meetings')
        .select(['case_id', 'state', 'starts_at'])
        .where('case_id', 'in', ids)
        .where('state', '<>', 'approved')
        .execute()
      return new Map(
        rows.map(({ case_id, state, starts_at: at }) => [case_id as CaseId, { state, ...(at && { startsAt: at }) }]),
      )
    },
    async saveProposedClosing(closing) {
      const { id, by, at, state, words, answer } = closing
      const { key } = await db
        .selectFrom('cases')
        .select('key')
        .where('id', '=', closing.case)
        .executeTakeFirstOrThrow()
      const changing = {
        state,
        answered_by: closing.answeredBy ?? null,
        answered_at: closing.answeredAt ?? null,
        answer: answer.length > 0 ? seals.seal(key, answer) : null,
      }
      await db
        .insertInto('closings')
        .values({
          ...{ id, case_id: closing.case, by, acts_as: closing.as, at },
          words: seals.seal(key, words),
          ...changing,
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
        .execute()
    },
  }
}

const rowsOf = (db: Db) =>
  db.selectFrom('closings').innerJoin('cases', 'cases.id', 'closings.case_id').selectAll('closings').select('cases.key')

function closingFrom(row: Selectable<CasesTables['closings']> & { key: Buffer }, seals: Seals): Closing {
  return {
    id: row.id as ClosingId,
    case: row.case_id as CaseId,
    by: row.by as PersonId,
    as: row.acts_as as Closing['as'],
    at: row.at,
    state: row.state as Closing['state'],
    words: seals.open(row.key, row.words),
    ...(row.answered_by !== null && { answeredBy: row.answered_by as PersonId }),
    ...(row.answered_at !== null && { answeredAt: row.answered_at }),
    answer: row.answer ? seals.open(row.key, row.answer) : [],
  }
}
