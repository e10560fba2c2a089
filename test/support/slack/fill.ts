/** Fills a view in as a person does: by the words beside each field. */
import type { KnownBlock } from '@slack/types'
import { initialValues, inputsOf, optionsOf, type Input, type InputElement } from './inputs.ts'
import type { SelectedOption, StateValue, StateValues } from './state-values.ts'

/**
 * Words, a day such as `2026-09-14`, or the label of an option; several labels where several may be chosen; `null` empties.
 * Of a list that is looked up: what was offered to somebody who typed.
 */
export type Answer = string | readonly string[] | SelectedOption | null

/** By label of the field, or by its block id. */
export type Answers = Readonly<Record<string, Answer>>

/** `state.values` after filling in; what is not named keeps what it `held`. */
export function fill(
  view: { readonly blocks: readonly KnownBlock[] },
  answers: Answers,
  held: StateValues = initialValues(view.blocks),
): StateValues {
  const inputs = inputsOf(view.blocks)
  const values = structuredClone(held)
  for (const [name, answer] of Object.entries(answers)) {
    const { block, action, element } = findInput(inputs, name)
    values[block] = { ...values[block], [action]: answered(name, element, answer) }
  }
  return values
}

function findInput(inputs: readonly Input[], name: string): Input {
  const found = inputs.filter((input) => input.label === name || input.block === name)
  const [first] = found
  if (first && found.length === 1) return first
  const labels = inputs.map(({ label }) => `  ${label}`).join('\n')
  throw new Error(`${found.length} fields are called "${name}". The view asks:\n${labels}`)
}

function answered(name: string, element: InputElement, answer: Answer): StateValue {
  if (element.type === 'external_select' || element.type === 'multi_external_select')
    return found(name, element.type, answer)
  if (answer !== null && typeof answer === 'object' && 'text' in answer) throw new Error(`"${name}" is not looked up`)
  const given = answer === null ? [] : typeof answer === 'string' ? [answer] : answer
  switch (element.type) {
    case 'plain_text_input':
      return { type: element.type, value: given[0] ?? null }
    case 'datepicker':
      return { type: element.type, selected_date: given[0] ?? null }
    case 'static_select':
    case 'radio_buttons':
      return {
        type: element.type,
        selected_option: given[0] === undefined ? null : findOption(name, element, given[0]),
      }
    case 'multi_static_select':
    case 'checkboxes':
      return { type: element.type, selected_options: given.map((label) => findOption(name, element, label)) }
  }
}

function found(name: string, type: 'external_select' | 'multi_external_select', answer: Answer): StateValue {
  if (answer !== null && (typeof answer === 'string' || !('text' in answer)))
    throw new Error(`"${name}" is looked up: give what was offered`)
  return type === 'external_select'
    ? { type, selected_option: answer }
    : { type, selected_options: answer ? [answer] : [] }
}

function findOption(name: string, element: InputElement, label: string): SelectedOption {
  const options = optionsOf(element)
  const found = options.find((option) => option.text.text === label)
  if (found) return found
  throw new Error(
    `"${name}" does not offer "${label}", but:\n${options.map(({ text }) => `  ${text.text}`).join('\n')}`,
  )
}

/** What Slack's own window says before it sends a form, by label; none when it would send it. */
export function heldBack(
  view: { readonly blocks: readonly KnownBlock[] },
  values: StateValues,
): Record<string, string> {
  const marked: Record<string, string> = {}
  for (const { block, action, label, required, element } of inputsOf(view.blocks)) {
    const value = values[block]?.[action]
    if (required && isEmpty(value)) marked[label] = 'Please complete this required field.'
    else if (tooLong(element, value)) marked[label] = 'Too long.'
  }
  return marked
}

function isEmpty(value: StateValue | undefined): boolean {
  if (value === undefined) return true
  if ('value' in value) return value.value === null || value.value === ''
  if ('selected_option' in value) return value.selected_option === null
  if ('selected_date' in value) return value.selected_date === null
  return value.selected_options.length === 0
}

const tooLong = (element: InputElement, value: StateValue | undefined): boolean =>
  element.type === 'plain_text_input' &&
  value?.type === 'plain_text_input' &&
  (value.value?.length ?? 0) > (element.max_length ?? 3000)
