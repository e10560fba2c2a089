/** A period of care between its columns and what the rules know of it. */
import { asDay, type Day } from '../../../src/calendar/day.ts'
import { dayOf } from '../../../src/calendar/london.ts'
import { outOfScopeBecause, type Care } from '../../../src/children/child.ts'
import { legalStatuses } from '../../../src/children/legal-status.ts'

export const careColumns = [
  ...(['scope', 'care_from', 'legal_status', 'began_returned', 'began_said', 'began_assumed', 'remand_alone'] as const),
] as const

export type CareColumns = {
  scope: string
  care_from: string | null
  legal_status: string | null
  began_returned: string | null
  began_said: string | null
  began_assumed: boolean
  remand_alone: boolean
}

export function careOf({ scope, care_from, legal_status, ...row }: CareColumns): Care {
  const because = outOfScopeBecause.find((reason) => reason === scope)
  if (because) return { scope: because }
  const legalStatus = legalStatuses.find((status) => status === legal_status)
  if (!care_from || !legalStatus) throw new Error('a child in scope has no start of care or no legal status')
  return {
    scope: 'in',
    careFrom: asDay(care_from),
    legalStatus,
    began: {
      ...(row.began_returned && { returned: asDay(row.began_returned) }),
      ...(row.began_said && { said: asDay(row.began_said) }),
      ...(row.began_assumed && { assumed: true }),
    },
    ...(row.remand_alone && { remandAlone: true }),
  }
}

export function beganColumns(care: Care): Omit<CareColumns, 'scope' | 'care_from' | 'legal_status'> {
  const { began = {}, remandAlone = false } = care.scope === 'in' ? care : {}
  return {
    began_returned: began.returned ?? null,
    began_said: began.said ?? null,
    began_assumed: began.assumed ?? false,
    remand_alone: remandAlone,
  }
}

/** The social worker confirms what a return says, and again when they say that it is still right: their word is newer. */
export function datesAsOf(row: { as_of: string | null; confirmed_at: Date | null }): { datesAsOf?: Day } {
  if (!row.as_of) return {}
  const [returned, said] = [asDay(row.as_of), row.confirmed_at && dayOf(row.confirmed_at)]
  return { datesAsOf: said && said > returned ? said : returned }
}
