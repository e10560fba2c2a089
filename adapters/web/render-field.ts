/** Draws one field of a form as the parameters of govuk-frontend's component for it. */
import { readDay } from '../../src/calendar/day.ts'
import {
  questionOf,
  type Answers,
  type ChoiceField,
  type ChoicesField,
  type DayField,
  type Field,
  type Option,
} from '../../src/display/form.ts'
import { scrolledAtMost } from '../../src/display/looked-up.ts'
import { Typed } from '../../src/display/typed.ts'
import { fieldPrefix } from './read-form.ts'

/** `params` are those of the component's own macro. */
export type FieldView = { readonly component: Component; readonly params: object }
type Component = 'input' | 'textarea' | 'characterCount' | 'radios' | 'select' | 'checkboxes'

/** More options than this are a list to pick from, as are those that may be left alone: a radio button cannot be unpressed. */
const mostRadios = 10

/** In per cent of what may be written: before that nobody has to read how much is left. */
const countsFrom = 75

type FieldState = {
  readonly id: string
  readonly given: readonly string[]
  readonly error: string | undefined
  /** In a table the question and its hint stand above the column: the cell has its question for those who hear it alone. */
  readonly inTable?: boolean
}

export function renderField(field: Field, state: FieldState): FieldView {
  const { component, params } = componentOf(field, state)
  return { component, params: { ...params, ...following(field) } }
}

/** A script hides the question until it follows from an answer (`public/follow.js`). */
const following = ({ when, unless }: Field) =>
  (when || unless) && {
    formGroup: {
      attributes: {
        ...(when && { 'data-when': JSON.stringify(asSent(when)) }),
        ...(unless && { 'data-unless': JSON.stringify(asSent(unless)) }),
      },
    },
  }

const asSent = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([name, enough]) => [fieldPrefix + name, enough]))

function componentOf(field: Field, state: FieldState): FieldView {
  switch (field.field) {
    case 'words':
      return field.lines === 'one'
        ? lineOf(worded(field, state), state.given[0] ?? '')
        : {
            component: 'characterCount',
            params: {
              ...worded(field, state),
              maxlength: field.max,
              threshold: countsFrom,
              rows: 5,
              attributes: { dir: 'auto' },
            },
          }
    case 'day':
      return { component: 'input', params: dayParams(field, state) }
    case 'choice':
      if (field.scale) return { component: 'radios', params: { ...radios(field, state), classes: 'app-scale' } }
      return field.optional || field.options.length > mostRadios
        ? { component: 'select', params: selectParams(field, state) }
        : { component: 'radios', params: radios(field, state) }
    case 'choices':
      return {
        component: 'checkboxes',
        params: { ...grouped(field, state), items: optionsOf(field), values: state.given, ...narrowed(field) },
      }
  }
}

/** So many letters stand in a line on a phone. */
const lettersInLine = 34

/** What was filled in is read whole before it is sent: what does not fit into a line has as many as it takes. */
function lineOf(params: object, given: string): FieldView {
  const attributes = { dir: 'auto' }
  if (given.length <= lettersInLine) return { component: 'input', params: { ...params, attributes } }
  const rows = Math.ceil(given.length / lettersInLine)
  return { component: 'textarea', params: { ...params, attributes, rows, classes: 'app-lines' } }
}

function worded(field: Field, { id, given, error, inTable }: FieldState) {
  return {
    id,
    name: id,
    value: given[0] ?? '',
    label: {
      text: inTable ? field.label : questionOf(field),
      classes: inTable ? 'app-table__question' : 'govuk-label--s',
    },
    ...said(inTable ? {} : field, error),
  }
}

const radios = (field: ChoiceField, state: FieldState) => ({
  ...grouped(field, state),
  items: optionsOf(field),
  value: state.given[0],
})

function grouped(field: Field, { id, error }: FieldState) {
  return {
    idPrefix: id,
    name: id,
    fieldset: { legend: { text: questionOf(field), classes: 'govuk-fieldset__legend--s' } },
    ...said(field, error),
  }
}

const said = ({ hint }: Pick<Field, 'hint'>, error: string | undefined) => ({
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
  const unchosen = { value: '', text: state.inTable ? '–' : 'Choose one' }
  return { ...worded(field, state), items: [unchosen, ...options], ...narrowed(field) }
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
