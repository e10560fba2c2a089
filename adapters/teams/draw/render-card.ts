/** Draws a card, or several under each other, as a message. */
import type { Card } from '../../../src/display/card.ts'
import type { AdaptiveCard, Element } from './adaptive-card.ts'
import type { Drawing } from './drawing.ts'
import { title } from './inert-text.ts'
import { renderBlock } from './render-block.ts'
import { renderButtons } from './render-button.ts'
import { asCard } from './surface.ts'

export type Attachment = {
  readonly contentType: 'application/vnd.microsoft.card.adaptive'
  readonly content: AdaptiveCard
}

/** What is put into an activity; `summary` is what a notification shows. */
export type TeamsMessage = {
  readonly type: 'message'
  readonly summary: string
  readonly attachments: [Attachment]
}

export const renderCard = (card: Card, drawing: Drawing): TeamsMessage =>
  asMessage(card.title, asCard(cardElements(card, drawing), drawing))

export const asMessage = (summary: string, card: AdaptiveCard): TeamsMessage => ({
  type: 'message',
  summary,
  attachments: [attached(card)],
})

export const attached = (content: AdaptiveCard): Attachment => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content,
})

export function cardElements(card: Card, drawing: Drawing): Element[] {
  const items = [title(card.title), ...partsOf(card, drawing).flat()]
  return card.urgent ? [{ type: 'Container', style: 'attention', bleed: true, items }] : items
}

/** What must not be parted when there is too much for one card. */
export const partsOf = ({ body, buttons }: Pick<Card, 'body' | 'buttons'>, drawing: Drawing): Element[][] => [
  ...body.map((part) => renderBlock(part, drawing)),
  ...renderButtons(buttons, drawing),
]
