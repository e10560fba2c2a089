/** Draws one part of a card or a reading as elements of an Adaptive Card. */
import { showNumbers } from '../../../src/display/card.ts'
import type { Button, CardBlock, NumbersBlock } from '../../../src/display/card.ts'
import type { ReadingBlock } from '../../../src/display/reading.ts'
import type { Actions, Columns, Element } from './adaptive-card.ts'
import type { Drawing } from './drawing.ts'
import { bold, heading, paragraph, paragraphs, runs } from './inert-text.ts'
import { questionOf, renderButton } from './render-button.ts'

export function renderBlock(part: ReadingBlock | CardBlock, drawing: Drawing): Element[] {
  switch (part.block) {
    case 'text':
      return paragraphs(part.text)
    case 'heading':
      return [heading(part.text)]
    case 'facts':
      return part.facts.map(([label, value], at) =>
        paragraph([...bold(label), ...runs(`: ${value}`)], at > 0 ? { spacing: 'small' } : {}),
      )
    case 'list':
      return part.items.map((item) => paragraph(runs(`• ${item}`), { spacing: 'small' }))
    case 'numbers':
      return renderNumbers(part)
    case 'row':
      return [renderRow(part.text, part.button, drawing), ...questionOf(part.button, drawing)]
    case 'link':
      return [renderLink(part.label, part.address)]
    case 'fold':
      return unfolding(
        'fold',
        part.text,
        part.label,
        part.blocks.flatMap((one) => renderBlock(one, drawing)),
      )
    case 'words':
      return renderWords(part.label, part.words.reveal())
  }
}

/** Folded, they are in the card already: a press shows them without asking us, and keeps what was typed. */
function renderNumbers({ lines, folded }: NumbersBlock): Element[] {
  const items = (folded ? lines.slice(1) : lines).map((line) => paragraph(runs(`• ${line}`), { spacing: 'small' }))
  if (!folded) return items
  return unfolding('numbers', lines[0] ?? '', showNumbers, items)
}

const unfolding = (id: string, says: string, label: string, items: Element[]): Element[] => [
  {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 'stretch', verticalContentAlignment: 'center', items: paragraphs(says) },
      {
        type: 'Column',
        width: 'auto',
        verticalContentAlignment: 'center',
        items: [
          {
            type: 'ActionSet',
            actions: [{ type: 'Action.ToggleVisibility', title: label, targetElements: [id] }],
          },
        ],
      },
    ],
  },
  { type: 'Container', id, isVisible: false, spacing: 'small', items },
]

const renderRow = (words: string, button: Button, drawing: Drawing): Columns => ({
  type: 'ColumnSet',
  columns: [
    { type: 'Column', width: 'stretch', verticalContentAlignment: 'center', items: paragraphs(words) },
    {
      type: 'Column',
      width: 'auto',
      verticalContentAlignment: 'center',
      items: [{ type: 'ActionSet', actions: [renderButton(button, drawing)] }],
    },
  ],
})

function renderLink(label: string, address: string): Actions {
  if (!address.startsWith('https://')) throw new RangeError('a link that is not https')
  return { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: label, url: address }] }
}

const renderWords = (label: string, words: string): Element[] => [
  paragraph(bold(label)),
  paragraph(runs(words.trim() === '' ? '(left empty)' : words), { spacing: 'small' }),
]
