import { lookedUp } from '../../src/display/looked-up.ts'
import { MessageId } from '../../src/ids.ts'
import type { Drawing } from '../../adapters/teams/draw/drawing.ts'
import { isPlain } from '../../adapters/teams/draw/inert-text.ts'
import { asMessages } from '../../adapters/teams/draw/render-answer.ts'
import { mostRows, renderForm } from '../../adapters/teams/draw/render-form.ts'
import { renderReading } from '../../adapters/teams/draw/render-reading.ts'
import type { Renderer } from '../contract/render.contract.ts'
import type { View } from '../contract/words-of.ts'
import { violationsOf } from '../support/adaptive-cards/limits.ts'
import { partsOf } from '../support/adaptive-cards/walk.ts'

const once = '0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a10'
const posted: Drawing = {
  newOnce: () => once,
  surface: 'chat',
  marker: MessageId.parse('0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a11'),
}
const dialog: Drawing = { ...posted, surface: 'dialog' }

export const teamsDrawing: Renderer = {
  platform: 'teams',
  mostRows,
  asksAgain: false,
  writtenAs: 'json',
  render,
  read: (drawn) => [...wordsIn(drawn)].join(''),
  activeIn: (drawn) => [...partsOf(drawn)].flatMap((part) => (isHeading(part) ? [] : activeIn(part.type, part['url']))),
  refusedIn: (drawn) => [drawn].flat().flatMap(violationsOf),
}

function render(view: View): unknown {
  switch (view.kind) {
    case 'card':
    case 'home':
      return asMessages(view, posted)
    case 'reading':
      return renderReading(view, dialog)
    case 'form':
      return renderForm(view, once, dialog, lookedUp(view.fields).size > 0 ? { opened: { ask: 'open-mine' } } : {})
  }
}

/** The `summary` of a message is left aside: the card says the same. */
function* wordsIn(drawn: unknown): Generator<string> {
  if (typeof drawn === 'object' && drawn !== null && 'title' in drawn) yield String(drawn.title)
  for (const part of partsOf(drawn)) {
    for (const name of ['text', 'label', 'title'] as const) if (typeof part[name] === 'string') yield part[name]
    if (part.type === 'Input.Text' && typeof part['value'] === 'string') yield part['value']
    if (Array.isArray(part['choices'])) yield* part['choices'].map(({ title }: { title: string }) => title)
  }
}

/** The one thing with words that reads Markdown, which ours have none of. */
const isHeading = (part: { readonly type: string; readonly [name: string]: unknown }): boolean =>
  part.type === 'TextBlock' && part['style'] === 'heading' && isPlain(String(part['text']))

/** Everything else that has words reads Markdown: learn.microsoft.com/adaptive-cards/authoring-cards/text-features */
const inert = new Set([
  'message',
  'AdaptiveCard',
  'RichTextBlock',
  'TextRun',
  'ColumnSet',
  'Column',
  'Container',
  'ActionSet',
  'Action.Submit',
  'Action.Execute',
  'Action.ToggleVisibility',
  'Input.Text',
  'Input.Date',
  'Input.ChoiceSet',
  'Data.Query',
])

const activeIn = (type: string, url: unknown): string[] =>
  type === 'Action.OpenUrl' ? [String(url)] : inert.has(type) && url === undefined ? [] : [type]
