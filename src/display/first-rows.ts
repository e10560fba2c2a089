/** A form whose table is too long for one view is drawn with its first rows; sending it brings the next ones. */
import { text } from './card.ts'
import type { Form, FormTable, FormValues } from './form.ts'
import { words, type ReadingBlock } from './reading.ts'
import { Typed } from './typed.ts'

/** `typed`: what came back, where the form is drawn again; the rows that it came from are drawn, wherever they stand. */
export function firstRows(form: Form, most: number, typed?: FormValues): Form {
  const { table } = form
  if (!table || table.rows.length <= most) return form
  const cameBack = table.rows.filter(({ fields }) => fields.some((name) => typed?.[name] !== undefined))
  const rows = (cameBack.length > 0 ? cameBack : table.rows).slice(0, most)
  const left = new Set(table.rows.filter((row) => !rows.includes(row)).flatMap(({ fields }) => fields))
  const staying = ([name]: readonly [string, unknown]): boolean => !left.has(name)
  return {
    ...form,
    intro: [...form.intro, text(`These are ${rows.length} of ${table.rows.length}. The others come after them.`)],
    fields: Object.fromEntries(Object.entries(form.fields).filter(staying)),
    values: Object.fromEntries(Object.entries(form.values).filter(staying)),
    table: { ...table, rows },
    submit: { ...form.submit, ask: table.inSteps },
  }
}

/** What stands before the first field of a row where there is no table. */
export function beginningOfRow(table: FormTable | undefined, name: string): readonly ReadingBlock[] {
  const row = table?.rows.find(({ fields }) => fields[0] === name)
  if (!table || !row) return []
  const known = table.known.map((heading, at) => `, ${heading.toLowerCase()} ${row.known[at] ?? ''}`)
  return [words(row.label, new Typed(row.about.reveal() + known.join('')))]
}
