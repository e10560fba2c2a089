/** What the room of inputs needs from the store. */
import type { CasesNeeds } from '../../../src/cases/needs.ts'
import type { AgencyId, CaseId, PersonId, RequestId } from '../../../src/ids.ts'
import type { InputsNeeds } from '../../../src/inputs/needs.ts'
import type { RequestState } from '../../../src/cases/case.ts'
import type { Request } from '../../../src/inputs/request.ts'
import { keyOf } from './cases.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'

export function inputsStore(db: Db, seals: Seals): Omit<InputsNeeds, keyof CasesNeeds> {
  return {
    async requestById(id) {
      const known = await db.selectFrom('requests').select('case_id').where('id', '=', id).executeTakeFirst()
      if (!known) return undefined
      await db.selectFrom('cases').select('id').where('id', '=', known.case_id).forUpdate().execute()
      const row = await db.selectFrom('requests').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      return row && requestFrom(row, await keyOf(db, row.case_id as CaseId), seals)
    },
    async requestsOf(id) {
      const rows = await db.selectFrom('requests').selectAll().where('case_id', '=', id).orderBy('agency').execute()
      if (rows.length === 0) return []
      const key = await keyOf(db, id)
      return rows.map((row) => requestFrom(row, key, seals))
    },
    async saveRequest({ id, agency, person, because, state, askedAt, remindedAt, givenAt, view, ...request }) {
      const key = await keyOf(db, request.case)
      const changing = {
        person,
        state,
        reminded_at: remindedAt ?? null,
        given_at: givenAt ?? null,
        view: view.length === 0 ? null : seals.seal(key, view),
        because: seals.sealWords(key, because),
      }
      await db
        .insertInto('requests')
        .values({
          ...{ id, agency, asked_at: askedAt, case_id: request.case },
          ...changing,
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
        .execute()
    },
  }
}

type Row = {
  id: string
  case_id: string
  agency: string
  person: string
  because: Buffer
  state: string
  asked_at: Date
  reminded_at: Date | null
  given_at: Date | null
  view: Buffer | null
}

const requestFrom = (row: Row, key: Buffer, seals: Seals): Request => ({
  id: row.id as RequestId,
  case: row.case_id as CaseId,
  agency: row.agency as AgencyId,
  person: row.person as PersonId,
  because: seals.openWords(key, row.because),
  state: row.state as RequestState,
  askedAt: row.asked_at,
  ...(row.reminded_at !== null && { remindedAt: row.reminded_at }),
  ...(row.given_at !== null && { givenAt: row.given_at }),
  view: row.view ? seals.open(key, row.view) : [],
})
