/** Draws a card, or several under each other, as a message. */
import type { types } from '@slack/bolt'
import type { Card } from '../../../src/display/card.ts'
import { heardOf } from '../../../src/display/heard.ts'
import { escaped } from './inert-text.ts'
import { header, renderBody, renderButtons } from './render-block.ts'
import { blocksOfMessage, onSurface } from './surface.ts'

export type SlackMessage = {
  /** Read aloud, and shown in notifications. Unlike the blocks Slack reads mark-up in it, hence `mrkdwn` and `escaped`. */
  text: string
  mrkdwn: false
  unfurl_links: false
  unfurl_media: false
  blocks: types.KnownBlock[]
}

/** No other card has it, and it is read aloud: a message of Slack has no colour of its own. */
const siren = '🚨'

export const renderCard = (card: Card): SlackMessage => asMessage(heardOf(card), cardBlocks(card))

/** `heard`: all that some people get of it. */
export function asMessage(heard: string, blocks: readonly types.KnownBlock[]): SlackMessage {
  return {
    text: escaped(heard),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: onSurface(blocks, blocksOfMessage),
  }
}

export const cardBlocks = ({ title, body, buttons, urgent }: Card): types.KnownBlock[] => [
  header(urgent ? `${siren} ${title}` : title),
  ...renderBody(body),
  ...renderButtons(buttons),
]
