/** Raisings, as the room of cases wants them. */
import { asDay, type Day } from '../../../src/calendar/day.ts'
import type { Theme } from '../../../src/cases/themes.ts'
import type { CaseState, Raising } from '../../../src/cases/case.ts'
import type { GivenChild } from '../../../src/children/given-child.ts'
import type { Answered } from '../../../src/display/answered.ts'
import { Typed } from '../../../src/display/typed.ts'
import type { CasesNeeds } from '../../../src/cases/needs.ts'
import type { CaseId, PersonId, RaisingId } from '../../../src/ids.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'

type OwnNeeds = Pick<
  CasesNeeds,
  | 'raisingsOf'
  | 'raisingsBy'
  | 'raisingById'
  | 'caseOfRaising'
  | 'saveRaising'
  | 'objectionTo'
  | 'saveObjection'
  | 'childGiven'
  | 'saveChildGiven'
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
        .select(['cases.state as case_state', 'cases.closed_at'])
        .where('by', '=', person)
        .where('not_in_care_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .orderBy('at')
        .execute()
      return rows.map((row) => ({
        ...raisingFrom(row, seals),
        ...(row.case_state !== null && { state: row.case_state as CaseState }),
        ...(row.closed_at !== null && { closedAt: row.closed_at }),
      }))
    },
    async raisingById(id) {
      const row = await db.selectFrom('raisings').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      return row && raisingFrom(row, seals)
    },
    async caseOfRaising(id) {
      const row = await db.selectFrom('raisings').select('case_id').where('id', '=', id).executeTakeFirst()
      return (row?.case_id ?? undefined) as CaseId | undefined
    },
    async saveRaising({ id, by, at, theme, needed, words, ...raising }) {
      const known = await db.selectFrom('raisings').select('key').where('id', '=', id).executeTakeFirst()
      const key = known?.key ?? seals.newKey()
      const changing = {
        case_id: raising.case ?? null,
        takes_part: raising.takesPart ?? false,
        words: seals.seal(key, words),
        withdrawn_at: raising.withdrawnAt ?? null,
        released: [...(raising.released ?? [])],
        objected_at: raising.objection?.at ?? null,
        objection_answered_at: raising.objection?.answeredAt ?? null,
      }
      await db
        .insertInto('raisings')
        .values({
          ...{ id, by, at, theme, needed, key, identifier: null, given: null },
          child_unknown: raising.childUnknown ?? false,
          named_to: raising.namedTo ?? 'all',
          ...changing,
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
        .execute()
    },
    async objectionTo(id) {
      const row = await db.selectFrom('raisings').select(['key', 'objection']).where('id', '=', id).executeTakeFirst()
      return row?.objection ? seals.open(row.key, row.objection) : []
    },
    async saveObjection(id, words) {
      const { key } = await db.selectFrom('raisings').select('key').where('id', '=', id).executeTakeFirstOrThrow()
      await db
        .updateTable('raisings')
        .set({ objection: seals.seal(key, words) })
        .where('id', '=', id)
        .execute()
    },
    async childGiven(id) {
      const row = await db
        .selectFrom('raisings')
        .select(['key', 'identifier', 'given'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (row?.given) return givenFrom(seals.open(row.key, row.given))
      return row?.identifier ? { number: seals.openWords(row.key, row.identifier) } : {}
    },
    async saveNotInCare(id, { by, at, words }) {
      const { key } = await db.selectFrom('raisings').select('key').where('id', '=', id).executeTakeFirstOrThrow()
      await db
        .updateTable('raisings')
        .set({ not_in_care_at: at, not_in_care_by: by, not_in_care: seals.seal(key, words) })
        .where('id', '=', id)
        .execute()
    },
    async saveChildGiven(id, { number, name, born }) {
      const { key } = await db.selectFrom('raisings').select('key').where('id', '=', id).executeTakeFirstOrThrow()
      const words = Object.entries({ number, name, born: born && new Typed(born) }).flatMap(([part, typed]) =>
        typed ? [{ name: part, question: part, words: typed }] : [],
      )
      await db
        .updateTable('raisings')
        .set({ given: seals.seal(key, words) })
        .where('id', '=', id)
        .execute()
    },
  }
}

function givenFrom(kept: readonly Answered[]): GivenChild {
  const { number, name, born } = Object.fromEntries(kept.map((one) => [one.name, one.words]))
  return { ...(number && { number }), ...(name && { name }), ...(born && { born: asDay(born.reveal()) }) }
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
  child_unknown: boolean
  takes_part: boolean
  named_to: string
  withdrawn_at: Date | null
  objected_at: Date | null
  objection_answered_at: Date | null
  released: string[]
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
  ...(row.child_unknown && { childUnknown: true }),
  ...(row.takes_part && { takesPart: true }),
  ...(row.named_to === 'iro' && { namedTo: 'iro' }),
  ...(row.released.length > 0 && { released: row.released }),
  ...(row.withdrawn_at && { withdrawnAt: row.withdrawn_at }),
  ...(row.objected_at && {
    objection: { at: row.objected_at, ...(row.objection_answered_at && { answeredAt: row.objection_answered_at }) },
  }),
})
