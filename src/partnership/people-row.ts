/** One row of a CSV file of people, as the person that it describes. */
import { readDay } from '../calendar/day.ts'
import { explain } from './explain-issue.ts'
import { PartnershipPerson } from './partnership.ts'

/** How a column is called for each field of a person. */
export const columnOf = {
  id: 'id',
  name: 'name',
  email: 'email',
  agency: 'agency',
  roles: 'roles',
  deputy: 'deputy',
  phone: 'phone',
  ends: 'ends',
} as const satisfies Record<keyof PartnershipPerson, string>

export type PeopleColumn = (typeof columnOf)[keyof PartnershipPerson]

export const columnsNeeded: readonly PeopleColumn[] = ['id', 'name', 'email', 'agency', 'roles']
export const columnsPossible: readonly PeopleColumn[] = Object.values(columnOf)

export type PeopleRow = {
  /** Where it begins in the file; the header is line 1. */
  readonly line: number
  /** A column that the file does not have is absent; a cell that is empty is an empty text. */
  readonly cells: Readonly<Partial<Record<PeopleColumn, string>>>
}

export type RowProblem = { readonly line: number; readonly column: string; readonly says: string }

/** What the file has no column for stays as it is; an empty cell removes the value. */
export function personOfRow(
  { line, cells }: PeopleRow,
  known: PartnershipPerson | undefined,
): { readonly person: PartnershipPerson } | { readonly problems: readonly RowProblem[] } {
  const lacking = columnsNeeded.filter((column) => !cells[column])
  if (lacking.length > 0)
    return { problems: lacking.map((column) => ({ line, column, says: 'expected something here, but it is empty' })) }
  const { id, name, email, agency, roles, deputy, phone, ends } = cells
  const given = withoutNothing({
    ...{ ...known, id, name, email, agency: agency },
    roles: [...new Set(roles?.split(/[\s;|,]+/).filter((role) => role !== ''))],
    ...(deputy !== undefined && { deputy: deputy || undefined }),
    ...(phone !== undefined && { phone: phone || undefined }),
    ...(ends !== undefined && { ends: ends === '' ? undefined : (readDay(ends) ?? ends) }),
  })
  const read = PartnershipPerson.safeParse(given)
  if (read.success) return { person: read.data }
  const problems = read.error.issues
    .flatMap(explain)
    .map(({ path, says }) => ({ line, column: columnOf[path[0] as keyof PartnershipPerson], says }))
  return { problems }
}

/** A setting that is there with nothing in it would look like a change. */
const withoutNothing = (given: object): object =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
