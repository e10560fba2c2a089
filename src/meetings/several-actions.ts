/** Several actions in one form: the first is asked as always, each further one with the same questions under other names. */
import type { Again, Field, Fields, FormValues } from '../display/form.ts'
import { mostActions } from '../display/form-limits.ts'
import { isBlank } from '../display/is-blank.ts'

/** A page has the questions of them all in it from the start. */
const mostAtOnce = 5
const allRows = Array.from({ length: mostAtOnce }, (_, row) => row)

/** The first is row 0. */
const named = (name: string, row: number): string => (row === 0 ? name : `${name}-${row + 1}`)

/** `proposed`: how many actions there are already. */
export function againAsked(asked: Fields, proposed: number): { readonly fields: Fields; readonly again?: Again } {
  const further = allRows.slice(1, Math.max(1, mostActions - proposed))
  if (further.length === 0) return { fields: asked }
  const label = (row: number): string => `Action ${proposed + row + 1}`
  const inFull = (field: Field, row: number): Field => ({
    ...field,
    label: `${label(row)}: ${field.label.charAt(0).toLowerCase()}${field.label.slice(1)}`,
    optional: 'as-asked',
  })
  return {
    fields: { ...asked, ...rowsOf(asked, further, inFull) },
    again: {
      add: 'Add another action',
      rows: further.map((row) => ({
        label: label(row),
        fields: Object.keys(asked).map((name) => named(name, row)),
      })),
    },
  }
}

/** Those in which something was written; the first always, since nothing at all is not enough. */
export const begunRows = (asked: Fields, sent: FormValues): readonly number[] =>
  allRows.filter((row) => row === 0 || Object.keys(asked).some((name) => isWritten(sent[named(name, row)])))

const isWritten = (given: FormValues[string] = []): boolean => given.some((typed) => !isBlank(typed.reveal()))

/** What has to be answered in these rows: a row that was begun has to be whole. */
export const rowsOf = (
  asked: Fields,
  rows: readonly number[],
  as: (field: Field, row: number) => Field = (field) => field,
): Fields =>
  Object.fromEntries(
    rows.flatMap((row) => Object.entries(asked).map(([name, field]) => [named(name, row), as(field, row)])),
  )

/** The answers of one row, by the names of the questions. */
export const inRow = (
  asked: Fields,
  values: Readonly<Record<string, unknown>>,
  row: number,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.keys(asked).map((name) => [name, values[named(name, row)]]))
