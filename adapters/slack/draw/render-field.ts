/** Draws one field of a form as a Block Kit input. */
import type { types } from '@slack/bolt'
import { readDay } from '../../../src/calendar/day.ts'
import { optionsAtMost, type Field, type Option, type WordsField } from '../../../src/display/form.ts'
import type { Typed } from '../../../src/display/typed.ts'
import { plain } from './inert-text.ts'

/** docs.slack.dev/reference/block-kit/block-elements: characters in an input; options in a select, and in checkboxes. */
const [wordsMax, selectMax, checkboxesMax] = [3000, 100, 10]
/** docs.slack.dev/reference/block-kit/composition-objects/option-object */
const optionMax = 75
/** More radio buttons than this push the next question off a phone's screen; Slack would take ten. */
const radiosMax = 5

export function renderField(field: Field, given: readonly Typed[], id: string): types.InputBlock['element'] {
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

function renderOptions(options: readonly Option[]): types.PlainTextOption[] {
  if (options.length > optionsAtMost) throw new RangeError(`${options.length} options: ${optionsAtMost} at most`)
  return options.map(({ value, label, explanation }) => {
    if (value.length > optionMax) throw new RangeError(`the value of an option has ${value.length} characters`)
    return {
      text: plain(typeof label === 'string' ? label : label.reveal(), optionMax, 'an option'),
      value,
      ...(explanation && { description: plain(explanation, optionMax, 'the line of an option') }),
    }
  })
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
