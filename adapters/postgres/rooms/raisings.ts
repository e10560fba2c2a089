/** Raisings, as the room of cases wants them. */
import type { Day } from '../../../src/calendar/day.ts'
import type { Theme } from '../../../src/cases/themes.ts'
import type { Raising } from '../../../src/cases/case.ts'
import type { CasesNeeds } from '../../../src/cases/needs.ts'
import type { CaseId, PersonId, RaisingId } from '../../../src/ids.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'

type OwnNeeds = Pick<
  CasesNeeds,
  | 'raisingsOf'
  | 'raisingsBy'
  | 'raisingById'
  | 'saveRaising'
  | 'acceptRaisers'
  | 'unmatchedIdentifier'
  | 'saveUnmatchedIdentifier'
  | 'saveNotInCare'
>

/** Each raising is sealed under a key of its own, since it may wait for its case. */
export function raisingsStore(db: Db, seals: Seals): OwnNeeds {
  return {
    async raisingsOf(id) {
      const rows = await db.selectFrom('raisings').selectAll().where('case_id', '=', id).orderBy('at').execute()
      return rows.map((row) => raisingFrom(row, seals))
    },
    async raisingsBy(person) {
      const rows = await db
        .selectFrom('raisings')
        .leftJoin('cases', 'cases.id', 'raisings.case_id')
        .selectAll('raisings')
        .where('by', '=', person)
        .where('not_in_care_at', 'is', null)
        .where((eb) => eb.or([eb('cases.state', 'is', null), eb('cases.state', '<>', 'closed')]))
        .orderBy('at')
        .execute()
      return rows.map((row) => raisingFrom(row, seals))
    },
    async raisingById(id) {
      const row = await db.selectFrom('raisings').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      return row && raisingFrom(row, seals)
    },
    async acceptRaisers(id) {
      await db.updateTable('raisings').set({ takes_part: true }).where('case_id', '=', id).execute()
    },
    async saveRaising({ id, by, at, theme, needed, words, ...raising }, takesPart) {
      const key = seals.newKey()
      const case_id = raising.case ?? null
      await db
        .insertInto('raisings')
        .values({
          ...{ id, case_id, by, at, theme, needed, key, takes_part: takesPart },
          words: seals.seal(key, words),
          identifier: null,
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ case_id, takes_part: takesPart }))
        .execute()
    },
    async unmatchedIdentifier(id) {
      const row = await db.selectFrom('raisings').select(['key', 'identifier']).where('id', '=', id).executeTakeFirst()
      return row?.identifier ? seals.openWords(row.key, row.identifier) : undefined
    },
    async saveNotInCare(id, { by, at, words }) {
      const { key } = await db.selectFrom('raisings').select('key').where('id', '=', id).executeTakeFirstOrThrow()
      await db
        .updateTable('raisings')
        .set({ not_in_care_at: at, not_in_care_by: by, not_in_care: seals.seal(key, words) })
        .where('id', '=', id)
        .execute()
    },
    async saveUnmatchedIdentifier(id, identifier) {
      const { key } = await db.selectFrom('raisings').select('key').where('id', '=', id).executeTakeFirstOrThrow()
      await db
        .updateTable('raisings')
        .set({ identifier: seals.sealWords(key, identifier) })
        .where('id', '=', id)
        .execute()
    },
  }
}

type Row = {
  id: string
  case_id: string | null
  by: string
  at: Date
  theme: string
  needed: string
  key: Buffer
  words: Buffer
  not_in_care_at: Date | null
}

const raisingFrom = (row: Row, seals: Seals): Raising => ({
  id: row.id as RaisingId,
  ...(row.case_id !== null && { case: row.case_id as CaseId }),
  ...(row.not_in_care_at && { notInCareAt: row.not_in_care_at }),
  by: row.by as PersonId,
  at: row.at,
  theme: row.theme as Theme,
  needed: row.needed as Day,
  words: seals.open(row.key, row.words),
})
