/** A card that was posted, drawn again where it lies: as it stands now, and with what has just become of it. */
import { text, type Card, type CardBlock } from '../../src/display/card.ts'
import type { MessageId, PersonId } from '../../src/ids.ts'
import type { Heard } from './activity.ts'
import { inChat, reportFailure, whoIs, type Bot } from './bot.ts'
import { renderCard, type TeamsMessage } from './render-card.ts'

/** Undefined where there is no such message, or it is another person's. */
export async function redrawn(
  bot: Bot,
  heard: Heard,
  marker: MessageId,
  by: PersonId,
  outcome?: string,
): Promise<TeamsMessage | undefined> {
  const posted = await bot.posted(marker, by)
  if (!posted) return undefined
  const card = posted.stillTrue ? posted.card : withoutButtons(posted.card)
  return renderCard(outcome === undefined ? card : saying(card, outcome), inChat(bot, heard, marker))
}

/** Nobody waits for it: what was asked is done, and the card shows it the next time that somebody looks. */
export async function redrawForAll(
  bot: Bot,
  heard: Heard,
  marker: MessageId | undefined,
  outcome?: string,
): Promise<void> {
  const { activity, conversation, personal } = heard
  if (marker === undefined || activity.replyToId === undefined || !personal) return
  try {
    const who = await whoIs(bot, heard)
    const message = 'person' in who ? await redrawn(bot, heard, marker, who.person, outcome) : undefined
    if (message) await bot.connector.update(conversation, activity.replyToId, message)
  } catch (error) {
    reportFailure(bot, heard, 'redraw', error)
  }
}

const saying = (card: Card, outcome: string): Card => ({ ...card, body: [...card.body, text(outcome)] })

const withoutButtons = (card: Card): Card => ({ ...card, body: card.body.map(withoutButton), buttons: [] })

const withoutButton = (block: CardBlock): CardBlock => (block.block === 'row' ? text(block.text) : block)
