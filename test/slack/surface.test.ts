import { expect, it } from 'vitest'
import { renderCard } from '../../adapters/slack/draw/render-card.ts'
import { renderReading } from '../../adapters/slack/draw/render-reading.ts'
import { button, card, row, text } from '../../src/display/card.ts'
import { reading } from '../../src/display/reading.ts'

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => row(`Case ${at}`, button('Open', { ask: 'open-mine' })))
const typesOf = ({ blocks }: { readonly blocks: readonly { readonly type: string }[] }) =>
  blocks.map(({ type }) => type).join(' ')

it('parts the rows of a list from each other, and nothing else', () => {
  const body = [text('Two'), ...rows(2), text('And more')]
  expect(typesOf(renderCard(card('Cases', body)))).toBe('header section section divider section section')
  expect(typesOf(renderReading(reading('Cases', body)))).toBe('section section divider section section')
})

it('leaves the lines out before there are too many blocks for a message', () => {
  const drawn = (count: number) => renderCard(card('Cases', rows(count))).blocks
  expect(drawn(25)).toHaveLength(50)
  expect(drawn(26)).toHaveLength(27)
  expect(drawn(49)).toHaveLength(50)
  expect(() => drawn(50)).toThrow('51 blocks: Slack takes 50 here')
})
