/** Draws one part of a card or a reading as Block Kit blocks. */
import type { types } from '@slack/bolt'
import { questionBefore } from '../../../src/asked-first.ts'
import { showNumbers } from '../../../src/display/card.ts'
import type { Button, CardBlock, LinkBlock, NumbersBlock } from '../../../src/display/card.ts'
import type { ReadingBlock } from '../../../src/display/reading.ts'
import { blockMax, pieces, plain, weightOf } from './inert-text.ts'

/** docs.slack.dev/reference/block-kit/blocks/header-block */
const headerMax = 150
/** docs.slack.dev/reference/block-kit/blocks/actions-block */
const buttonsInBlock = 25
/** docs.slack.dev/reference/block-kit/block-elements/button-element */
const [labelMax, valueMax, addressMax] = [75, 2000, 3000]
/** docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
const [questionMax, explanationMax, answerMax] = [100, 300, 30]

export function renderBlock(part: ReadingBlock | CardBlock): types.KnownBlock[] {
  switch (part.block) {
    case 'text':
      return sections(part.text)
    case 'heading':
      return [header(part.text)]
    case 'facts':
      return renderFacts(part.facts)
    case 'list':
      return renderList(part.items)
    case 'numbers':
      return renderNumbers(part)
    case 'row':
      return renderRow(part.text, part.button)
    case 'link':
      return [{ type: 'actions', elements: [renderLink(part)] }]
    case 'fold':
      return renderRow(part.text, { label: part.label, ask: part.ask })
    case 'words':
      return renderWords(part.label, part.words.reveal())
  }
}

/** Lines of a list that can be acted on are parted from each other. */
export const renderBody = (body: readonly ReadingBlock[]): types.KnownBlock[] =>
  body.flatMap((part, at) => [
    ...(part.block === 'row' && body[at - 1]?.block === 'row' ? [{ type: 'divider' } as const] : []),
    ...renderBlock(part),
  ])

export const header = (words: string): types.KnownBlock => ({
  type: 'header',
  text: plain(words, headerMax, 'a heading'),
})

export const sections = (words: string): types.SectionBlock[] =>
  pieces(words).map((piece) => ({ type: 'section', text: plain(piece) }))

export function renderButtons(buttons: readonly Button[]): types.KnownBlock[] {
  return inGroups(buttons, buttonsInBlock).map((group) => ({ type: 'actions', elements: group.map(renderButton) }))
}

function renderButton(pressed: Button): types.Button {
  const { label, ask, style } = pressed
  const value = JSON.stringify(ask)
  if (value.length > valueMax) throw new RangeError(`a button with ${value.length} characters: Slack takes ${valueMax}`)
  return {
    type: 'button',
    text: plain(label, labelMax, 'a button'),
    action_id: ask.ask,
    value,
    ...(style && { style }),
    ...asking(pressed),
  }
}

/** Slack asks it itself, and tells us of a yes alone: docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
function asking(pressed: Button): Pick<types.Button, 'confirm'> {
  const question = questionBefore(pressed)
  if (!question) return {}
  const { asks, says, yes, no } = question
  return {
    confirm: {
      title: plain(asks, questionMax, 'a question'),
      text: plain(says, explanationMax, 'what follows from an answer'),
      confirm: plain(yes, answerMax, 'an answer'),
      deny: plain(no, answerMax, 'an answer'),
      ...(pressed.style && { style: pressed.style }),
    },
  }
}

function renderLink({ label, address }: LinkBlock): types.Button {
  if (address.length > addressMax)
    throw new RangeError(`an address of ${address.length} characters: Slack takes ${addressMax}`)
  return { type: 'button', text: plain(label, labelMax, 'a link'), action_id: 'link', url: address }
}

function renderRow(words: string, button: Button): types.KnownBlock[] {
  const parts = sections(words)
  const last = parts.at(-1)
  return last ? [...parts.slice(0, -1), { ...last, accessory: renderButton(button) }] : renderButtons([button])
}

function renderWords(label: string, words: string): types.KnownBlock[] {
  const shown = words.trim() === '' ? '(left empty)' : words
  if (weightOf(label) + weightOf(shown) < blockMax) return [lines([bold(label), written(`\n${shown}`)])]
  return [lines([bold(label)]), ...sections(shown)]
}

function renderFacts(facts: readonly (readonly [label: string, value: string])[]): types.KnownBlock[] {
  const weigh = ([label, value]: readonly [string, string]): number => weightOf(`${label}: ${value}\n`)
  const fits = facts.every((fact) => weigh(fact) <= blockMax)
  if (!fits) return facts.flatMap(([label, value]) => [lines([bold(label)]), ...sections(value)])
  return byWeight(facts, weigh).map((group) =>
    lines(
      group.flatMap(([label, value], index) => [
        bold(label),
        written(`: ${value}${index < group.length - 1 ? '\n' : ''}`),
      ]),
    ),
  )
}

/** Folded, a press shows them on top of the form, which stays as it is underneath. */
const renderNumbers = ({ lines: numbers, folded }: NumbersBlock): types.KnownBlock[] =>
  folded ? renderRow(numbers[0] ?? '', { label: showNumbers, ask: { ask: 'open-urgent-lines' } }) : renderList(numbers)

function renderList(items: readonly string[]): types.KnownBlock[] {
  const parts = items.flatMap((item) => pieces(item))
  return byWeight(parts, weightOf).map((group) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_list', style: 'bullet', elements: group.map((item) => section([written(item)])) }],
  }))
}

const lines = (elements: types.RichTextText[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [section(elements)],
})
const section = (elements: types.RichTextText[]): types.RichTextSection => ({ type: 'rich_text_section', elements })
const written = (words: string): types.RichTextText => ({ type: 'text', text: words })
const bold = (words: string): types.RichTextText => ({ type: 'text', text: words, style: { bold: true } })

function byWeight<Part>(parts: readonly Part[], weigh: (part: Part) => number): Part[][] {
  const groups: Part[][] = []
  let room = 0
  for (const part of parts) {
    const weight = weigh(part)
    if (weight > room) {
      groups.push([])
      room = blockMax
    }
    groups.at(-1)?.push(part)
    room -= weight
  }
  return groups
}

function inGroups<Part>(parts: readonly Part[], size: number): Part[][] {
  return Array.from({ length: Math.ceil(parts.length / size) }, (_, at) => parts.slice(at * size, (at + 1) * size))
}
