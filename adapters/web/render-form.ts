/** Draws a form as the parameters of govuk-frontend's components, with what was typed and what is wrong. */
import { readDay } from '../../src/calendar/day.ts'
import {
  questionOf,
  type ChoiceField,
  type ChoicesField,
  type DayField,
  type Field,
  type Fields,
  type Form,
  type FormValues,
  type Option,
} from '../../src/display/form.ts'
import type { FieldErrors } from '../../src/display/form.ts'
import { scrolledAtMost } from '../../src/display/looked-up.ts'
import { Typed } from '../../src/display/typed.ts'
import type { OpeningAsk } from '../../src/vocabulary.ts'
import { fieldPrefix } from './read-form.ts'
import type { Drawing } from './render-card.ts'
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
  readonly fields: readonly FieldView[]
  readonly errors: readonly { readonly text: string; readonly href?: string }[]
  readonly submit: string
  readonly hidden: Readonly<Record<string, string>>
}

/** `params` are those of the component's own macro. */
type FieldView = { readonly component: Component; readonly params: object }
type Component = 'input' | 'characterCount' | 'radios' | 'select' | 'checkboxes'

/** More options than this are a list to pick from, as are those that may be left alone: a radio button cannot be unpressed. */
const mostRadios = 10

type FormParts = { form: Form; once: string; opened: OpeningAsk | undefined; errors: FieldErrors }

export function renderForm({ form, once, opened, errors }: FormParts, drawing: Drawing): FormView {
  return {
    title: form.title,
    ...introOf(form.intro.map((block) => renderReadingBlock(block, drawing))),
    outro: form.outro.map((block) => renderReadingBlock(block, drawing)),
    fields: Object.entries(form.fields).map(([name, field]) =>
      renderField(field, { id: fieldPrefix + name, given: revealed(form.values[name]), error: errors[name] }),
    ),
    errors: renderErrors(form, errors),
    submit: form.submit.label,
    hidden: {
      ask: JSON.stringify(form.submit.ask),
      once,
      opened: opened ? JSON.stringify(opened) : '',
      _csrf: drawing.csrf,
    },
  }
}

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

type FieldState = { readonly id: string; readonly given: readonly string[]; readonly error: string | undefined }

function renderField(field: Field, state: FieldState): FieldView {
  switch (field.field) {
    case 'words':
      return field.lines === 'one'
        ? { component: 'input', params: { ...worded(field, state), attributes: { dir: 'auto' } } }
        : {
            component: 'characterCount',
            params: { ...worded(field, state), maxlength: field.max, rows: 5, attributes: { dir: 'auto' } },
          }
    case 'day':
      return { component: 'input', params: dayParams(field, state) }
    case 'choice':
      return field.optional || field.options.length > mostRadios
        ? { component: 'select', params: selectParams(field, state) }
        : { component: 'radios', params: { ...grouped(field, state), items: optionsOf(field), value: state.given[0] } }
    case 'choices':
      return {
        component: 'checkboxes',
        params: { ...grouped(field, state), items: optionsOf(field), values: state.given, ...narrowed(field) },
      }
  }
}

function worded(field: Field, { id, given, error }: FieldState) {
  return {
    id,
    name: id,
    value: given[0] ?? '',
    label: { text: questionOf(field), classes: 'govuk-label--s' },
    ...said(field, error),
  }
}

function grouped(field: Field, { id, error }: FieldState) {
  return {
    idPrefix: id,
    name: id,
    fieldset: { legend: { text: questionOf(field), classes: 'govuk-fieldset__legend--s' } },
    ...said(field, error),
  }
}

const said = ({ hint }: Field, error: string | undefined) => ({
  ...(hint && { hint: { text: hint } }),
  ...(error && { errorMessage: { text: error } }),
})

/** A date that cannot be read is shown as it was typed: a date input would show nothing. */
function dayParams(field: DayField, state: FieldState) {
  const given = state.given[0] ?? ''
  const day = readDay(given.trim())
  return {
    ...worded(field, state),
    value: day ?? given,
    type: given === '' || day ? 'date' : 'text',
    classes: 'app-day',
    attributes: { ...(field.earliest && { min: field.earliest }), ...(field.latest && { max: field.latest }) },
  }
}

/** An option of a list has no second line. */
function selectParams(field: ChoiceField, state: FieldState) {
  const options = optionsOf(field).map(({ value, text, hint }) => ({
    value,
    text: hint ? `${text}: ${hint.text}` : text,
  }))
  return { ...worded(field, state), items: [{ value: '', text: 'Choose one' }, ...options], ...narrowed(field) }
}

/** Drawn whole, however long: a script adds a box to search it (`public/narrow.js`). */
const narrowed = (field: ChoiceField | ChoicesField) =>
  field.options.length > scrolledAtMost && { attributes: { 'data-narrow': questionOf(field) } }

const optionsOf = ({ options }: ChoiceField | ChoicesField) =>
  options.map(({ value, label, explanation }) => ({
    value,
    text: shown(label),
    ...(explanation && { hint: { text: explanation } }),
  }))

const shown = (label: Option['label']) => (label instanceof Typed ? label.reveal() : label)

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
