/** Draws a form as the parameters of govuk-frontend's components, with what was typed and what is wrong. */
import { firstRows } from '../../src/display/first-rows.ts'
import type { FieldErrors, Fields, Form, FormTable, FormValues } from '../../src/display/form.ts'
import type { Typed } from '../../src/display/typed.ts'
import type { OpeningAsk } from '../../src/vocabulary.ts'
import { fieldPrefix } from './read-form.ts'
import type { Drawing } from './render-card.ts'
import { renderField, type FieldView } from './render-field.ts'
import { renderReadingBlock, type ReadingBlockView } from './render-reading.ts'

type FormView = {
  readonly title: string
  /** What has to be read before anything else; empty on most forms. */
  readonly first: readonly ReadingBlockView[]
  /** A sentence with a list: what every form with free text says of itself. */
  readonly notice: readonly ReadingBlockView[]
  /** What the form is about. */
  readonly about: readonly ReadingBlockView[]
  readonly outro: readonly ReadingBlockView[]
  readonly fields: readonly (FieldView | TableView | AgainView)[]
  readonly hasTable: boolean
  readonly errors: readonly { readonly text: string; readonly href?: string }[]
  readonly submit: string
  /** What the button asks that goes a step back. */
  readonly back: string | undefined
  readonly hidden: Readonly<Record<string, string>>
}

type TableView = {
  readonly component: 'table'
  readonly each: string
  readonly known: readonly string[]
  readonly columns: FormTable['columns']
  readonly rows: readonly RowView[]
}

/** One more thing of the same kind: a script shows it when it is wanted (`public/again.js`). */
type AgainView = {
  readonly component: 'again'
  readonly add: string
  readonly label: string
  readonly fields: readonly FieldView[]
}

type RowView = {
  readonly label: string
  readonly about: string
  readonly known: readonly string[]
  readonly cells: readonly (FieldView | undefined)[]
}

/** A table of more rows than this is no longer done in one sitting. */
export const mostRows = 50

type FormParts = {
  form: Form
  once: string
  opened: OpeningAsk | undefined
  errors: FieldErrors
  typed?: FormValues | undefined
}

/** `typed`: what came back, where it is drawn again. */
export function renderForm({ form: whole, once, opened, errors, typed }: FormParts, drawing: Drawing): FormView {
  const form = firstRows(whole, mostRows, typed)
  return {
    title: form.title,
    ...introOf(form.intro.map((block) => renderReadingBlock(block, drawing))),
    outro: form.outro.map((block) => renderReadingBlock(block, drawing)),
    fields: renderFields(form, errors),
    hasTable: form.table !== undefined,
    errors: renderErrors(form, errors),
    submit: form.submit.label,
    back: form.step?.back && JSON.stringify(form.step.back),
    hidden: {
      ask: JSON.stringify(form.submit.ask),
      once,
      opened: opened ? JSON.stringify(opened) : '',
      _csrf: drawing.csrf,
    },
  }
}

/** The table stands where its first field would, and so does what is asked again. */
function renderFields({ fields, table, again, values }: Form, errors: FieldErrors): FormView['fields'] {
  const inTable = new Set(table?.rows.flatMap((row) => row.fields))
  const draw = (name: string): readonly FieldView[] => {
    const state = { id: fieldPrefix + name, given: revealed(values[name]), error: errors[name] }
    return fields[name] ? [renderField(fields[name], { ...state, inTable: inTable.has(name) })] : []
  }
  const [first] = inTable
  return Object.keys(fields).flatMap((name): FormView['fields'] => {
    const row = again?.rows.find((one) => one.fields.includes(name))
    if (again && row)
      return name === row.fields[0]
        ? [{ component: 'again', add: again.add, label: row.label, fields: row.fields.flatMap(draw) }]
        : []
    if (!inTable.has(name)) return draw(name)
    return table && name === first ? [renderTable(table, draw)] : []
  })
}

const renderTable = (
  { each, known, columns, rows }: FormTable,
  draw: (name: string) => readonly FieldView[],
): TableView => ({
  component: 'table',
  each,
  known,
  columns,
  rows: rows.map(({ fields, about, ...row }) => ({
    ...{ ...row, about: about.reveal() },
    cells: fields.map((name) => draw(name)[0]),
  })),
})

/** Only a form that stops for danger begins with a heading. */
function introOf(blocks: readonly ReadingBlockView[]): Pick<FormView, 'first' | 'notice' | 'about'> {
  const stops = blocks[0]?.block === 'heading'
  const at = blocks.findIndex(({ block }, place) => block === 'text' && saysWhom(blocks[place + 1]))
  if (at === 0 || (at > 0 && stops))
    return { first: blocks.slice(0, at), notice: blocks.slice(at, at + 2), about: blocks.slice(at + 2) }
  return { first: stops ? blocks : [], notice: [], about: stops ? [] : blocks }
}

const saysWhom = (block: ReadingBlockView | undefined): boolean => block?.block === 'numbers' || block?.block === 'list'

/** In the order of the questions, and with them: "Choose one." alone would not say where. */
function renderErrors({ fields }: Form, errors: FieldErrors): FormView['errors'] {
  const asked = Object.entries(fields).flatMap(([name, { label }]) => {
    const error = errors[name]
    const asks = /[.?!]$/.test(label) ? label : `${label}:`
    return error === undefined ? [] : [{ text: `${asks} ${error}`, href: `#${fieldPrefix}${name}` }]
  })
  const others = Object.entries(errors).flatMap(([name, text]) => (name in fields ? [] : [{ text }]))
  return [...asked, ...others]
}

const revealed = (values: readonly Typed[] = []): readonly string[] => values.map((typed) => typed.reveal())

export type Copy = { readonly name: string; readonly label: string; readonly words: string }

/** Everything that was typed, each to be copied, for when there is no form to put it back into. */
export function renderCopies(values: FormValues, fields: Fields | undefined): readonly Copy[] {
  return Object.entries(values)
    .filter(([name]) => !fields || fields[name]?.field === 'words')
    .flatMap(([name, given]) =>
      given.map((typed) => ({
        name: fieldPrefix + name,
        label: fields?.[name]?.label ?? name.replaceAll('-', ' '),
        words: typed.reveal(),
      })),
    )
    .filter(({ words }) => words !== '')
}
