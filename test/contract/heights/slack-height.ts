/**
 * How high Slack draws a modal. Slack publishes no sizes, so these are estimates, taken from its desktop client at 520 px: text of
 * 15 px in lines of 22, 24 px free at both sides, 16 px between blocks. They compare forms with each other and with what they
 * were; a pixel more or less means nothing.
 */
import type { KnownBlock, ModalView } from '@slack/types'

const [width, lineHeight, gap] = [520 - 2 * 24, 22, 16]
/** On average, of Lato at 15 px. */
const characterWidth = 7.2
const [fieldHeight, areaHeight, buttonHeight, optionHeight, headerHeight] = [36, 84, 36, 26, 28]

const linesOf = (words: string, room = width): number =>
  words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * characterWidth) / room)), 0)

const buttonWidth = (label: string): number => label.length * characterWidth + 24

type Words = { readonly text: string }
type Named = { readonly text: Words; readonly description?: Words }

/** All that is written in it, with the ends of its lines. */
function writtenIn(part: unknown): string {
  if (Array.isArray(part)) return part.map(writtenIn).join('')
  if (typeof part !== 'object' || part === null) return ''
  const { type, text, elements, style } = part as Record<string, unknown>
  if (type === 'rich_text_list' && Array.isArray(elements)) return `${elements.map(writtenIn).join('\n')}\n`
  if (typeof text === 'string') return text
  return style === undefined || elements ? writtenIn(elements) : ''
}

const drawnByForms = ['section', 'rich_text', 'header', 'actions', 'input'] as const
type DrawnByForms = Extract<KnownBlock, { type: (typeof drawnByForms)[number] }>
const isDrawnByForms = (block: KnownBlock): block is DrawnByForms => drawnByForms.some((type) => type === block.type)

function heightOf(block: KnownBlock): number {
  if (!isDrawnByForms(block)) throw new Error(`nobody has said how high a ${block.type} is`)
  switch (block.type) {
    case 'section': {
      const accessory = block.accessory as { readonly type: string; readonly text?: Words } | undefined
      const label = accessory?.type === 'button' ? (accessory.text?.text ?? '') : ''
      const words = linesOf(block.text?.text ?? '', width - (label === '' ? 0 : buttonWidth(label) + 16)) * lineHeight
      return Math.max(words, label === '' ? 0 : buttonHeight) + gap
    }
    case 'rich_text':
      return linesOf(writtenIn(block.elements).trimEnd()) * lineHeight + gap
    case 'header':
      return linesOf(block.text.text) * headerHeight + gap
    case 'actions':
      return buttonHeight + gap
    case 'input': {
      const hint = block.hint ? linesOf(block.hint.text) * 18 + 4 : 0
      const label = `${block.label.text}${block.optional === true ? ' (optional)' : ''}`
      return linesOf(label) * lineHeight + 8 + elementHeight(block.element) + hint + gap
    }
  }
}

function elementHeight(element: { readonly type: string }): number {
  if (element.type === 'plain_text_input')
    return (element as { readonly multiline?: boolean }).multiline === true ? areaHeight : fieldHeight
  if (element.type !== 'radio_buttons' && element.type !== 'checkboxes') return fieldHeight
  const { options } = element as unknown as { readonly options: readonly Named[] }
  return options.reduce(
    (sum, { text, description }) =>
      sum +
      optionHeight +
      (linesOf(text.text, width - 28) - 1) * lineHeight +
      (description ? linesOf(description.text, width - 28) * 18 : 0),
    0,
  )
}

export type Measured = {
  readonly height: number
  /** From the upper end of what can be scrolled. */
  readonly firstQuestion: number
  readonly primary: number
  readonly cut: readonly string[]
}

export function measureModal({ blocks, submit }: ModalView): Measured {
  const drawn = blocks as readonly KnownBlock[]
  const heights = drawn.map(heightOf)
  const sum = (some: readonly number[]): number => some.reduce((all, one) => all + one, 0)
  const first = drawn.findIndex(({ type }) => type === 'input')
  const primary = [...JSON.stringify(drawn).matchAll(/"style":"primary"/g)].length + (submit ? 1 : 0)
  return {
    height: sum(heights),
    firstQuestion: first < 0 ? 0 : sum(heights.slice(0, first)),
    primary,
    cut: cutIn(drawn),
  }
}

/** A list that is closed shows one line, less its arrow; a button does not wrap. */
function cutIn(blocks: readonly KnownBlock[]): readonly string[] {
  const fits = (words: string, room: number): boolean => words.length * characterWidth <= room
  return blocks.flatMap((block) => {
    if (block.type === 'section' && block.accessory?.type === 'button')
      return fits(block.accessory.text.text, 200) ? [] : [block.accessory.text.text]
    if (block.type !== 'input' || !block.element.type.endsWith('static_select')) return []
    const { options = [] } = block.element as { readonly options?: readonly Named[] }
    return options.flatMap(({ text }) => (fits(text.text, width - 40) ? [] : [text.text]))
  })
}
