/** Draws one field of a form as an input of an Adaptive Card. */
import { readDay } from '../../../src/calendar/day.ts'
import {
  optionsAtMost,
  questionOf,
  type ChoiceField,
  type ChoicesField,
  type DayField,
  type Field,
  type Option,
  type WordsField,
} from '../../../src/display/form.ts'
import { scrolledAtMost, typeToFind } from '../../../src/display/looked-up.ts'
import type { Typed } from '../../../src/display/typed.ts'
import type { OpeningAsk } from '../../../src/vocabulary.ts'
import type { Choice, Input } from './adaptive-card.ts'
import type { ListData } from './card-data.ts'
import { escaped, idOf, idOfSeveral } from '../hear/read-form.ts'

/** More radio buttons than this push the next question off a phone's screen. */
const radiosMax = 5

/** Of a list that is looked up Teams shows no more; learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search */
export const shownAtOnce = 15

/** Chosen where a question may be left open: what was chosen once could not be taken back otherwise. Read as nothing. */
const noAnswer = { title: 'No answer', value: ' ' }

/**
 * `opened`: what opened the form, for a list that is looked up in it.
 * Nothing is required, and no day has bounds, as far as Teams knows: it would hold the form back without telling us,
 * and a form that tells of danger must always go through. What is missing is said in the dialog instead.
 */
export function renderField(name: string, field: Field, given: readonly Typed[], opened?: OpeningAsk): Input {
  const label = questionOf(field)
  const values = given.map((typed) => typed.reveal())
  switch (field.field) {
    case 'words':
      return { ...wordsInput(field, values[0] ?? ''), id: idOf(name), label }
    case 'day':
      return { ...dayInput(field, values[0] ?? ''), id: idOf(name), label }
    case 'choice':
      return { ...choiceInput(field, values[0] ?? '', opened && asking(name, field, opened)), id: idOf(name), label }
    case 'choices':
      return { ...choicesInput(field, values, opened && asking(name, field, opened)), id: idOfSeveral(name), label }
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

/** What makes a list one that is looked up. */
type Asking = Required<Pick<Kind<'Input.ChoiceSet'>, 'choices.data' | 'placeholder'>>

function asking(name: string, field: ChoiceField | ChoicesField, opened: OpeningAsk): Asking {
  const data: ListData = { opened, field: name, several: field.field === 'choices' }
  return {
    'choices.data': { type: 'Data.Query', dataset: JSON.stringify(data) },
    placeholder: typeToFind(field),
  }
}

function choiceInput({ options, optional }: ChoiceField, given: string, asks?: Asking): Kind<'Input.ChoiceSet'> {
  const few = options.length <= radiosMax
  const chosen = options.filter(({ value }) => value === given)
  const drawn = drawnOf(options, chosen, asks).map((option) => choice(option, option.value))
  return {
    type: 'Input.ChoiceSet',
    style: few ? 'expanded' : options.length > scrolledAtMost ? 'filtered' : 'compact',
    wrap: true,
    choices: [...(optional ? [noAnswer] : []), ...orNothing(drawn, optional ? undefined : asks)],
    ...(chosen.length > 0 && { value: given }),
    ...asks,
  }
}

function choicesInput({ options }: ChoicesField, given: readonly string[], asks?: Asking): Kind<'Input.ChoiceSet'> {
  const values = new Set(given)
  const chosen = options.filter(({ value }) => values.has(value))
  const drawn = drawnOf(options, chosen, asks).map((option) => choice(option, escaped(option.value)))
  return {
    type: 'Input.ChoiceSet',
    style: options.length > scrolledAtMost ? 'filtered' : 'expanded',
    isMultiSelect: true,
    wrap: true,
    choices: orNothing(drawn, asks),
    ...(chosen.length > 0 && { value: chosen.map(({ value }) => escaped(value)).join(',') }),
    ...asks,
  }
}

/** Of a list that is looked up what is chosen alone: the rest is asked for. */
function drawnOf(options: readonly Option[], chosen: readonly Option[], asks?: Asking): readonly Option[] {
  if (asks) return chosen
  if (options.length > optionsAtMost) throw new RangeError(`${options.length} options: ${optionsAtMost} at most`)
  return options
}

/** Cards take no empty list, so one that is looked up begins with what to do. Chosen, it is read as nothing. */
const orNothing = (drawn: readonly Choice[], asks: Asking | undefined): readonly Choice[] =>
  asks && drawn.length === 0 ? [{ title: asks.placeholder, value: noAnswer.value }] : drawn

/** An option of Teams has no second line. */
export const choice = ({ label, explanation }: Option, value: string): Choice => ({
  title: [typeof label === 'string' ? label : label.reveal(), ...(explanation ? [explanation] : [])].join(': '),
  value,
})
