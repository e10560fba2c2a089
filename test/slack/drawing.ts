import { asHomeTab } from '../../adapters/slack/draw/render-answer.ts'
import { renderCard } from '../../adapters/slack/draw/render-card.ts'
import { mostRows, renderForm } from '../../adapters/slack/draw/render-form.ts'
import { renderReading } from '../../adapters/slack/draw/render-reading.ts'
import type { Renderer } from '../contract/render.contract.ts'
import type { View } from '../contract/words-of.ts'
import { violationsOf } from '../support/block-kit/limits.ts'

export const slackDrawing: Renderer = {
  platform: 'slack',
  mostRows,
  asksAgain: false,
  writtenAs: 'json',
  render,
  read: (drawn) => [...leaves(drawn)].map(({ value }) => value).join(''),
  activeIn: (drawn) => [...objects(drawn)].flatMap(activeInObject),
  refusedIn: violationsOf,
}

function render(view: View): unknown {
  switch (view.kind) {
    case 'card':
      return renderCard(view)
    case 'reading':
      return renderReading(view)
    case 'form':
      return renderForm(view, 'once', { ask: 'open-mine' })
    case 'home':
      return asHomeTab(view)
  }
}

/** Everything else of Slack's reads some mark-up: docs.slack.dev/messaging/formatting-message-text */
const inert = new Set(['plain_text', 'text', 'rich_text', 'rich_text_section', 'rich_text_list'])
const holders = new Set(['home', 'divider', 'section', 'header', 'actions', 'input', 'button', 'modal'])
const inputs = new Set([
  'plain_text_input',
  'static_select',
  'multi_static_select',
  'external_select',
  'multi_external_select',
  'radio_buttons',
  'checkboxes',
  'datepicker',
])

function activeInObject(object: Readonly<Record<string, unknown>>): string[] {
  const { type, text, emoji, mrkdwn, url } = object
  if (typeof url === 'string') return [url]
  if (type === 'plain_text') return emoji === false ? [] : ['emoji are read']
  if (typeof type === 'string') return inert.has(type) || holders.has(type) || inputs.has(type) ? [] : [type]
  if (typeof text === 'string')
    return mrkdwn === false && !/[<>]|&(?!amp;|lt;|gt;)/.test(text) ? [] : ['text with mark-up']
  return []
}

function* objects(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Record<string, unknown>
  for (const inner of Object.values(value)) yield* objects(inner)
}

/** The notification `text` of a message is left aside: it is escaped, and the header says the same. */
function* leaves(drawn: unknown): Generator<{ value: string }> {
  for (const { type, text, initial_value: initial } of objects(drawn)) {
    if (typeof text === 'string' && type !== undefined) yield { value: text }
    if (typeof initial === 'string') yield { value: initial }
  }
}
