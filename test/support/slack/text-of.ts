/** What a person reads in a message or a view, line by line; buttons in square brackets. */
import type { KnownBlock, RichTextBlock, RichTextElement } from '@slack/types'
import { inputsOf, optionsOf } from './inputs.ts'
import type { StateValue, StateValues } from './state-values.ts'

export function textOf(blocks: readonly KnownBlock[], values: StateValues = {}): string {
  return blocks
    .flatMap((block) => linesOf(block, values))
    .filter((line) => line !== '')
    .join('\n')
}

function linesOf(block: KnownBlock, values: StateValues): string[] {
  if (block.type === 'header') return [block.text.text]
  if (block.type === 'section') {
    return [block.text?.text ?? '', ...(block.fields ?? []).map(({ text }) => text), elementText(block.accessory)]
  }
  if (block.type === 'context') return block.elements.map((part) => (part.type === 'image' ? part.alt_text : part.text))
  if (block.type === 'actions') return [block.elements.map(elementText).join(' ')]
  if (block.type === 'input') return [block.label.text, block.hint?.text ?? '', ...inputLines(block, values)]
  if (block.type === 'rich_text') return richTextLines(block)
  if (block.type === 'markdown') return [block.text]
  if (block.type === 'image') return [block.alt_text]
  return []
}

function inputLines(block: KnownBlock, values: StateValues): string[] {
  return inputsOf([block]).flatMap((input) => [
    ...optionsOf(input.element).map(({ text }) => `( ) ${text.text}`),
    heldText(values[input.block]?.[input.action]),
  ])
}

function heldText(value: StateValue | undefined): string {
  if (value === undefined) return ''
  if ('value' in value) return value.value ?? ''
  if ('selected_option' in value) return value.selected_option ? `(x) ${value.selected_option.text.text}` : ''
  if ('selected_date' in value) return value.selected_date ?? ''
  return value.selected_options.map(({ text }) => `(x) ${text.text}`).join('\n')
}

function elementText(element: unknown): string {
  if (typeof element !== 'object' || element === null || !('text' in element)) return ''
  const { text } = element
  return typeof text === 'object' && text !== null && 'text' in text ? `[${String(text.text)}]` : ''
}

const richTextLines = (block: RichTextBlock): string[] =>
  block.elements.flatMap((part) =>
    part.type === 'rich_text_list'
      ? part.elements.map((section) => `- ${runs(section.elements)}`)
      : [runs(part.elements)],
  )

const runs = (elements: readonly RichTextElement[]): string =>
  elements.map((element) => ('text' in element ? (element.text ?? '') : '')).join('')
