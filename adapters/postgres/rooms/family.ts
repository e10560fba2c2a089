/** What was said of the family when a case was confirmed, and who is to tell them. */
import type { Selectable } from 'kysely'
import type { Day } from '../../../src/calendar/day.ts'
import type { Case } from '../../../src/cases/case.ts'
import type { ToldOf, ToTell } from '../../../src/cases/family.ts'
import { Basis, ChildTold, ParentsTold } from '../../../src/cases/told.ts'
import type { CaseId, PersonId } from '../../../src/ids.ts'
import type { CasesTables } from './cases.tables.ts'
import type { Db } from '../schema/database.ts'

type Row = Pick<Selectable<CasesTables['cases']>, 'parents_told' | 'child_told' | 'sharing_basis'>

/** Nothing where it is not known what was said. */
export const familyOf = (row: Row): Pick<Case, 'family'> =>
  row.parents_told === null || row.child_told === null
    ? {}
    : {
        family: {
          parents: ParentsTold.parse(row.parents_told),
          child: ChildTold.parse(row.child_told),
          ...(row.sharing_basis !== null && { basis: Basis.parse(row.sharing_basis) }),
        },
      }

export const familyColumns = (family: Case['family']): Row => ({
  parents_told: family?.parents ?? null,
  child_told: family?.child ?? null,
  sharing_basis: family?.basis ?? null,
})

export async function toTellFamily(db: Db, id: CaseId): Promise<readonly ToTell[]> {
  const rows = await db
    .selectFrom('actions')
    .select(['tells', 'owner', 'due', 'state', 'done_on'])
    .where('case_id', '=', id)
    .where('tells', 'is not', null)
    .orderBy('promised_at')
    .execute()
  return rows.map((row) => ({
    who: row.tells as ToldOf,
    owner: row.owner as PersonId,
    due: row.due as Day,
    state: row.state as ToTell['state'],
    ...(row.done_on !== null && { doneOn: row.done_on as Day }),
  }))
}
