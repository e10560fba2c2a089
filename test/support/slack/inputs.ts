/** The elements of a view that a person can put something into, and what they hold before anybody did. */
import type {
  Checkboxes,
  Datepicker,
  ExternalSelect,
  KnownBlock,
  MultiExternalSelect,
  MultiStaticSelect,
  PlainTextInput,
  RadioButtons,
  StaticSelect,
} from '@slack/types'
import type { SelectedOption, StateValue, StateValues } from './state-values.ts'

export type InputElement =
  | PlainTextInput
  | StaticSelect
  | MultiStaticSelect
  | ExternalSelect
  | MultiExternalSelect
  | Checkboxes
  | RadioButtons
  | Datepicker

export type Input = {
  readonly block: string
  readonly action: string
  readonly label: string
  /** Slack's window does not let a person send the form without it. */
  readonly required: boolean
  readonly element: InputElement
}

export const inputsOf = (blocks: readonly KnownBlock[]): Input[] => blocks.flatMap(inputsOfBlock)

function inputsOfBlock(block: KnownBlock): Input[] {
  if (block.type === 'input') return inputOf(block.block_id, block.label.text, block.optional !== true, block.element)
  if (block.type === 'section') return inputOf(block.block_id, block.text?.text ?? '', false, block.accessory)
  if (block.type === 'actions') return block.elements.flatMap((element) => inputOf(block.block_id, '', false, element))
  return []
}

function inputOf(block: string | undefined, label: string, required: boolean, element: unknown): Input[] {
  return isInputElement(element)
    ? [{ block: block ?? '', action: element.action_id ?? '', label, required, element }]
    : []
}

const kinds: readonly string[] = [
  'plain_text_input',
  'static_select',
  'multi_static_select',
  'external_select',
  'multi_external_select',
  'checkboxes',
  'radio_buttons',
  'datepicker',
] satisfies InputElement['type'][]

const isInputElement = (element: unknown): element is InputElement =>
  typeof element === 'object' && element !== null && 'type' in element && kinds.includes(String(element.type))

/** What a view holds when it opens. */
export function initialValues(blocks: readonly KnownBlock[]): StateValues {
  const values: StateValues = {}
  for (const { block, action, element } of inputsOf(blocks)) (values[block] ??= {})[action] = initialValue(element)
  return values
}

function initialValue(element: InputElement): StateValue {
  switch (element.type) {
    case 'plain_text_input':
      return { type: element.type, value: element.initial_value ?? null }
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type: element.type, selected_option: element.initial_option ? selected(element.initial_option) : null }
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type: element.type, selected_options: (element.initial_options ?? []).map(selected) }
    case 'datepicker':
      return { type: element.type, selected_date: element.initial_date ?? null }
  }
}

export const optionsOf = (element: InputElement): SelectedOption[] => {
  if (!('options' in element) && !('option_groups' in element)) return []
  const groups = 'option_groups' in element ? element.option_groups : undefined
  return (element.options ?? groups?.flatMap((group) => group.options) ?? []).map(selected)
}

const selected = ({
  text,
  value,
}: {
  readonly text: { readonly text: string }
  readonly value?: string
}): SelectedOption => ({
  text: { type: 'plain_text', text: text.text, emoji: true },
  ...(value !== undefined && { value }),
})
