/** Merges people of a CSV file into a partnership: by id, added or changed; anybody who is in no row stays as they are. */
import { parseDocument } from 'yaml'
import { problemsOf } from './cross-checks.ts'
import { editPeople } from './edit-people.ts'
import type { Partnership, PartnershipPerson } from './partnership.ts'
import { columnOf, personOfRow, type PeopleRow, type RowProblem } from './people-row.ts'

export type Merged =
  { readonly text: string; readonly people: readonly PartnershipPerson[] } | { readonly problems: readonly string[] }

/** `text` is what `partnership` was read from; the file name is for the problems alone. */
export function mergePeople(
  { text, partnership }: { readonly text: string; readonly partnership: Partnership },
  rows: readonly PeopleRow[],
  fileName: string,
): Merged {
  const inWords = ({ line, column, says }: RowProblem): string => `${fileName} line ${line}, ${column}: ${says}`
  const known = new Map(partnership.people.map((person) => [person.id as string, person]))
  const read = rows.map((row) => personOfRow(row, known.get(row.cells.id ?? '')))
  const wrong = [...read.flatMap((one) => ('problems' in one ? one.problems : [])), ...givenTwice(rows)]
  if (wrong.length > 0) return { problems: wrong.toSorted((a, b) => a.line - b.line).map(inWords) }

  const given = read.flatMap((one) => ('person' in one ? [one.person] : []))
  const byId = new Map(given.map((person) => [person.id, person]))
  const people = [
    ...partnership.people.map((person) => byId.get(person.id) ?? person),
    ...given.filter(({ id }) => !known.has(id)),
  ]
  const problems = misfits({ ...partnership, people }, rows)
  if (problems.length > 0) return { problems: problems.map((one) => (typeof one === 'string' ? one : inWords(one))) }
  const document = parseDocument(text)
  editPeople(document, people)
  // Lines are not folded again: what was not touched should look as it did.
  return { text: document.toString({ lineWidth: 0 }), people }
}

const givenTwice = (rows: readonly PeopleRow[]): readonly RowProblem[] =>
  rows.flatMap(({ line, cells }, index) => {
    const first = rows.findIndex((other) => other.cells.id === cells.id)
    return first === index || !cells.id
      ? []
      : [{ line, column: 'id', says: `the same as in line ${rows[first]?.line}` }]
  })

/** What no longer fits together, in a row or in the rest of the file. */
function misfits(merged: Partnership, rows: readonly PeopleRow[]): readonly (RowProblem | string)[] {
  const lineOf = new Map(rows.map(({ line, cells }) => [cells.id, line]))
  return problemsOf(merged, merged.demonstration === true).map(({ path, says }) => {
    const [list, index, field] = path
    const person = list === 'people' && typeof index === 'number' ? merged.people[index] : undefined
    const line = person && lineOf.get(person.id)
    const sentence = says.replace(
      /^the same as people\.(\d+)\./,
      (_, at) => `the same as of ${merged.people[Number(at)]?.name}: `,
    )
    if (line === undefined) return `With these people, ${path.join('.')} does not fit: ${sentence}`
    return { line, column: columnOf[field as keyof PartnershipPerson], says: sentence }
  })
}
