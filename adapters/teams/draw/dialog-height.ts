/**
 * How high a dialog has to be for what is in it, in pixels, so that a short question does not open a large empty window. Estimated
 * with the type and gaps of the reference renderer, in a window of medium width; a few lines more than that do no harm.
 */
import type { Choice, Element, Input, Paragraph } from './adaptive-card.ts'

/** What a laptop shows beneath the bars of Teams; from there on a dialog is scrolled. */
export const highest = 720
const lowest = 160
const [width, characterWidth, lineHeight, padding] = [520, 7, 20, 90]
const [fieldHeight, areaHeight, buttonHeight, optionHeight] = [42, 72, 40, 27]
const gaps = { none: 0, small: 4, medium: 20, large: 30, default: 10 } as const

export const heightOfDialog = (body: readonly Element[]): number =>
  Math.min(highest, Math.max(lowest, Math.ceil(padding + heightOfAll(body, width))))

const heightOfAll = (elements: readonly Element[], room: number): number =>
  elements.reduce((sum, element) => sum + heightOf(element, room), 0)

function heightOf(element: Element, room: number): number {
  if (element.type === 'Container' && element.isVisible === false) return 0
  const gap = 'spacing' in element ? gaps[element.spacing] : gaps.default
  return gap + innerHeight(element, room)
}

function innerHeight(element: Element, room: number): number {
  switch (element.type) {
    case 'RichTextBlock':
      return linesOf(wordsOf(element), room) * lineHeight
    case 'TextBlock':
      return linesOf(element.text, room) * (lineHeight + 8)
    case 'ColumnSet':
      // Of two columns one holds a button, and the words have the rest.
      return Math.max(...element.columns.map(({ items }) => heightOfAll(items, room * 0.7) - gaps.default))
    case 'Container':
      return heightOfAll(element.items, room)
    case 'ActionSet':
      return linesOf(element.actions.map(({ title }) => `${title}     `).join(''), room) * buttonHeight
    case 'Input.Text':
    case 'Input.Date':
    case 'Input.ChoiceSet':
      return linesOf(element.label, room) * lineHeight + 6 + heightOfInput(element, room)
  }
}

function heightOfInput(input: Input, room: number): number {
  if (input.type === 'Input.Text') return input.isMultiline ? areaHeight : fieldHeight
  if (input.type === 'Input.Date' || input.style !== 'expanded') return fieldHeight
  return input.choices.reduce(
    (sum, { title }: Choice) => sum + (linesOf(title, room - 30) - 1) * lineHeight + optionHeight,
    0,
  )
}

const wordsOf = ({ inlines }: Paragraph): string => inlines.map(({ text }) => text).join('')

const linesOf = (words: string, room: number): number =>
  words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * characterWidth) / room)), 0)
