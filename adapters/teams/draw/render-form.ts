/** Draws a form as a dialog: each field an input, named after the field. */
import { askedOnce } from '../../../src/display/asked-once.ts'
import { beginningOfRow, firstRows } from '../../../src/display/first-rows.ts'
import { followingOf, withAsked } from '../../../src/display/follow-ups.ts'
import type { Field, Form, FormValues } from '../../../src/display/form.ts'
import type { FieldErrors } from '../../../src/display/form.ts'
import { lookedUp } from '../../../src/display/looked-up.ts'
import type { Typed } from '../../../src/display/typed.ts'
import { withoutPresses } from '../../../src/display/reading.ts'
import type { OpeningAsk } from '../../../src/vocabulary.ts'
import type { Element, Submit } from './adaptive-card.ts'
import type { FormData } from './card-data.ts'
import type { Drawing } from './drawing.ts'
import { bold, paragraph, paragraphs, runs } from './inert-text.ts'
import { renderBlock } from './render-block.ts'
import { renderField, shownAtOnce } from './render-field.ts'
import { asDialogWith, type Dialog } from './render-reading.ts'

export type Redrawing = {
  /** What opened the form: it can be opened again with what was typed. */
  readonly opened?: OpeningAsk
  /** What was typed, in place of what the form holds. */
  readonly values?: FormValues
  /** What is wrong, field by field. */
  readonly errors?: FieldErrors
  /** A sentence above everything. */
  readonly notice?: string
}

/** `once` names this drawing of the form, so that sending it twice does the work once. */
export const renderForm = (form: Form, once: string, drawing: Drawing, redrawing?: Redrawing): Dialog =>
  asDialogWith(form.title, formElements(form, once, drawing, redrawing), drawing)

/** Of a table, one below the other in a dialog. */
export const mostRows = 10

export function formElements(whole: Form, once: string, drawing: Drawing, redrawing: Redrawing = {}): Element[] {
  const rows = firstRows(askedOnce(whole), mostRows, redrawing.values)
  const { opened, values = rows.values, errors = {}, notice } = redrawing
  const form = opened ? withAsked(rows, values, Object.keys(errors)) : rows
  const following = Object.keys(opened ? followingOf(rows.fields) : {})
  const sent: FormData = {
    kind: 'form',
    ask: form.submit.ask,
    once,
    ...(opened && { opened }),
    ...(drawing.marker && { marker: drawing.marker }),
  }
  const data: FormData = {
    ...sent,
    ...(following.length > 0 && { followed: following.filter((name) => name in form.fields) }),
  }
  // A step back comes with what is in the form, and nothing more is asked before it.
  const back = form.step?.back && ({ ...sent, ask: form.step.back } satisfies FormData)
  // In a dialog a press takes the place of the form, with what was typed into it; in a chat the card stays.
  const above = drawing.surface === 'dialog' ? withoutPresses(form.intro) : form.intro
  const found = opened ? lookedUp(form.fields) : new Set<string>()
  const submit: Submit = { type: 'Action.Submit', title: form.submit.label, style: 'positive', data }
  return [
    ...(notice === undefined ? [] : [paragraph(runs(notice, { weight: 'bolder', color: 'attention' }))]),
    ...renderErrors(form, errors),
    ...above.flatMap((part) => renderBlock(part, drawing)),
    ...Object.entries(form.fields).flatMap(([name, field]) => [
      ...beginningOfRow(form.table, name).flatMap((part) => renderBlock(part, drawing)),
      ...renderQuestion(name, field, {
        given: values[name] ?? [],
        ...{ error: errors[name], opened: found.has(name) ? opened : undefined },
      }),
    ]),
    ...form.outro.flatMap((part) => renderBlock(part, drawing)),
    {
      type: 'ActionSet',
      actions: [submit, ...(back ? [{ type: 'Action.Submit', title: 'Back', data: back } as const] : [])],
    },
  ]
}

/** In the order of the questions, and with them: "Choose one." alone would not say where. */
function renderErrors({ fields }: Form, errors: FieldErrors): Element[] {
  const known = Object.entries(fields).flatMap(([name, { label }]) =>
    errors[name] === undefined ? [] : [`${/[.?!]$/.test(label) ? label : `${label}:`} ${errors[name]}`],
  )
  const others = Object.entries(errors).flatMap(([name, says]) => (name in fields ? [] : [says]))
  return [...known, ...others].map((says) => wrong(`• ${says}`))
}

type Asked = {
  readonly given: readonly Typed[]
  readonly error: string | undefined
  /** Of a list that is looked up. */
  readonly opened: OpeningAsk | undefined
}

function renderQuestion(name: string, field: Field, { given, error, opened }: Asked): Element[] {
  const { label, hint } = field
  if ('options' in field && field.options.length === 0)
    return [paragraph(bold(label)), ...paragraphs('There is nothing to choose from.', { spacing: 'small' })]
  return [
    ...(error === undefined ? [] : [wrong(`Error: ${error}`, 'large')]),
    { ...renderField(name, field, given, opened), ...(error !== undefined && { spacing: 'small' as const }) },
    ...[hint, opened && showsNearest].flatMap((says) =>
      says === undefined ? [] : [paragraph(runs(says, { size: 'small', isSubtle: true }), { spacing: 'small' })],
    ),
  ]
}

const showsNearest = `Teams shows up to ${shownAtOnce} that match. Type more to see the others.`

/** Above its own question it stands further from the one before. */
const wrong = (says: string, spacing: 'small' | 'large' = 'small'): Element =>
  paragraph(runs(says, { color: 'attention' }), { spacing })
