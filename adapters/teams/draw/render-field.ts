/** Draws one field of a form as an input of an Adaptive Card. */
import { readDay } from '../../../src/calendar/day.ts'
import {
  questionOf,
  type ChoiceField,
  type ChoicesField,
  type DayField,
  type Field,
  type Option,
  type WordsField,
} from '../../../src/display/form.ts'
import type { Typed } from '../../../src/display/typed.ts'
import type { Input } from './adaptive-card.ts'
import { escaped, idOf, idOfSeveral } from '../hear/read-form.ts'

/** More radio buttons than this push the next question off a phone's screen. */
const radiosMax = 5

/** A longer list is searched by typing, in place of being scrolled. */
const scrolledMax = 30

/** Chosen where a question may be left open: what was chosen once could not be taken back otherwise. Read as nothing. */
const noAnswer = { title: 'No answer', value: ' ' }

/**
 * Nothing is required, and no day has bounds, as far as Teams knows: it would hold the form back without telling us,
 * and a form that tells of danger must always go through. What is missing is said in the dialog instead.
 */
export function renderField(name: string, field: Field, given: readonly Typed[]): Input {
  const label = questionOf(field)
  const values = given.map((typed) => typed.reveal())
  switch (field.field) {
    case 'words':
      return { ...wordsInput(field, values[0] ?? ''), id: idOf(name), label }
    case 'day':
      return { ...dayInput(field, values[0] ?? ''), id: idOf(name), label }
    case 'choice':
      return { ...choiceInput(field, values[0] ?? ''), id: idOf(name), label }
    case 'choices':
      return { ...choicesInput(field, values), id: idOfSeveral(name), label }
  }
}

type Kind<Type extends Input['type']> = Omit<Extract<Input, { type: Type }>, 'id' | 'label'>

/** Words that were kept from elsewhere may be longer than the field now takes: they are shown whole all the same. */
const wordsInput = ({ max, lines }: WordsField, value: string): Kind<'Input.Text'> => ({
  type: 'Input.Text',
  ...(lines === 'many' && { isMultiline: true }),
  maxLength: Math.max(max, value.length),
  ...(value !== '' && { value }),
})

/** What is no day is shown as it was typed: an input for days would show nothing. */
function dayInput(_: DayField, value: string): Kind<'Input.Date'> | Kind<'Input.Text'> {
  const day = readDay(value.trim())
  if (day) return { type: 'Input.Date', value: day }
  return value.trim() === '' ? { type: 'Input.Date' } : { type: 'Input.Text', value }
}

function choiceInput({ options, optional }: ChoiceField, given: string): Kind<'Input.ChoiceSet'> {
  const few = options.length <= radiosMax
  const offered = options.some(({ value }) => value === given)
  return {
    type: 'Input.ChoiceSet',
    style: few ? 'expanded' : options.length > scrolledMax ? 'filtered' : 'compact',
    wrap: true,
    choices: [...(optional ? [noAnswer] : []), ...options.map((option) => choice(option, option.value))],
    ...(offered && { value: given }),
  }
}

function choicesInput({ options }: ChoicesField, given: readonly string[]): Kind<'Input.ChoiceSet'> {
  const chosen = options.filter(({ value }) => given.includes(value)).map(({ value }) => escaped(value))
  return {
    type: 'Input.ChoiceSet',
    style: options.length > scrolledMax ? 'filtered' : 'expanded',
    isMultiSelect: true,
    wrap: true,
    choices: options.map((option) => choice(option, escaped(option.value))),
    ...(chosen.length > 0 && { value: chosen.join(',') }),
  }
}

/** An option of Teams has no second line. */
const choice = ({ label, explanation }: Option, value: string) => ({
  title: [typeof label === 'string' ? label : label.reveal(), ...(explanation ? [explanation] : [])].join(': '),
  value,
})
