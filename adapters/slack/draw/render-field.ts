/** Draws one field of a form as a Block Kit input. */
import type { types } from '@slack/bolt'
import { readDay } from '../../../src/calendar/day.ts'
import {
  optionsAtMost,
  type ChoiceField,
  type ChoicesField,
  type Field,
  type Option,
  type WordsField,
} from '../../../src/display/form.ts'
import { typeToFind } from '../../../src/display/looked-up.ts'
import type { Typed } from '../../../src/display/typed.ts'
import { plain } from './inert-text.ts'

/** docs.slack.dev/reference/block-kit/block-elements: options in a select; characters in an input, options in checkboxes. */
export const selectMax = 100
const [wordsMax, checkboxesMax] = [3000, 10]
/** docs.slack.dev/reference/block-kit/composition-objects/option-object */
const optionMax = 75
/** More radio buttons than this push the next question off a phone's screen; Slack would take ten. */
const radiosMax = 5

/** `found`: its options are asked for as somebody types. */
export function renderField(
  field: Field,
  given: readonly Typed[],
  { id, found }: { readonly id: string; readonly found: boolean },
): types.InputBlock['element'] {
  if (found && 'options' in field) return foundInput(field, given, id)
  switch (field.field) {
    case 'words':
      return wordsInput(field, given[0]?.reveal() ?? '', id)
    case 'choice': {
      const options = renderOptions(field.options)
      const [initial] = chosen(options, given.slice(0, 1))
      const kept = initial && { initial_option: initial }
      if (options.length <= radiosMax) return { type: 'radio_buttons', action_id: id, options, ...kept }
      return { type: 'static_select', action_id: id, ...grouped(options), ...kept }
    }
    case 'choices': {
      const options = renderOptions(field.options)
      const initial = chosen(options, given)
      const kept = initial.length > 0 && { initial_options: initial }
      if (options.length <= checkboxesMax) return { type: 'checkboxes', action_id: id, options, ...kept }
      return { type: 'multi_static_select', action_id: id, ...grouped(options), ...kept }
    }
    case 'day': {
      const initial = readDay(given[0]?.reveal() ?? '')
      return { type: 'datepicker', action_id: id, ...(initial && { initial_date: initial }) }
    }
  }
}

/** Words that were kept from elsewhere may be longer than the field now takes: they are shown whole all the same. */
function wordsInput({ max, lines }: WordsField, initial: string, id: string): types.PlainTextInput {
  const longest = Math.max(max, initial.length)
  if (longest > wordsMax) throw new RangeError(`a field of ${longest} characters: Slack takes ${wordsMax}`)
  return {
    type: 'plain_text_input',
    action_id: id,
    multiline: lines === 'many',
    max_length: longest,
    ...(initial !== '' && { initial_value: initial }),
  }
}

/** Slack asks for the options at `app.options`, from the first letter on; what is chosen already is drawn with it. */
function foundInput(
  field: ChoiceField | ChoicesField,
  given: readonly Typed[],
  id: string,
): types.ExternalSelect | types.MultiExternalSelect {
  const asks = { action_id: id, min_query_length: 1, placeholder: plain(typeToFind(field)) }
  const values = new Set(given.map((typed) => typed.reveal()))
  const initial = field.options.filter(({ value }) => values.has(value)).map(renderOption)
  if (field.field === 'choices')
    return { type: 'multi_external_select', ...asks, ...(initial.length > 0 && { initial_options: initial }) }
  return { type: 'external_select', ...asks, ...(initial[0] && { initial_option: initial[0] }) }
}

function renderOptions(options: readonly Option[]): types.PlainTextOption[] {
  if (options.length > optionsAtMost) throw new RangeError(`${options.length} options: ${optionsAtMost} at most`)
  return options.map(renderOption)
}

export function renderOption({ value, label, explanation }: Option): types.PlainTextOption {
  if (value.length > optionMax) throw new RangeError(`the value of an option has ${value.length} characters`)
  return {
    text: plain(typeof label === 'string' ? label : label.reveal(), optionMax, 'an option'),
    value,
    ...(explanation && { description: plain(explanation, optionMax, 'the line of an option') }),
  }
}

/** Slack takes a hundred options in a list, and a hundred lists; typing finds them in all of these. */
function grouped(
  options: types.PlainTextOption[],
):
  | { options: types.PlainTextOption[] }
  | { option_groups: { label: types.PlainTextElement; options: types.PlainTextOption[] }[] } {
  if (options.length <= selectMax) return { options }
  const firsts = Array.from({ length: Math.ceil(options.length / selectMax) }, (_, at) => at * selectMax)
  return {
    option_groups: firsts.map((first) => {
      const some = options.slice(first, first + selectMax)
      return { label: plain(`${first + 1} to ${first + some.length}`), options: some }
    }),
  }
}

function chosen(options: readonly types.PlainTextOption[], given: readonly Typed[]): types.PlainTextOption[] {
  const values = new Set(given.map((typed) => typed.reveal()))
  return options.filter(({ value }) => value !== undefined && values.has(value))
}
