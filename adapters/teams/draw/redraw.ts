/** A card that was posted, drawn again where it lies: as it stands now, and with what has just become of it. */
import { text, type Card, type CardBlock } from '../../../src/display/card.ts'
import type { MessageId, PersonId } from '../../../src/ids.ts'
import type { Heard } from '../hear/activity.ts'
import { inChat, reportFailure, whoIs, type Bot } from '../bot.ts'
import { renderCard, type TeamsMessage } from './render-card.ts'

export type Redrawn = {
  readonly message: TeamsMessage
  /** What Teams calls the message; absent where nobody knows. */
  readonly lies?: string
}

/** Undefined where there is no such message, or it is another person's. */
export async function redrawn(
  bot: Bot,
  heard: Heard,
  marker: MessageId,
  by: PersonId,
  outcome?: string,
): Promise<Redrawn | undefined> {
  const posted = await bot.posted(marker, by)
  if (!posted) return undefined
  const card = posted.answerable ? posted.card : withoutButtons(posted.card)
  // A form that comes back does not say to which message it belongs: github.com/microsoft/botframework-sdk/issues/6473
  const lies = posted.receipt?.way === 'teams' ? posted.receipt.message : heard.activity.replyToId
  const message = renderCard(outcome === undefined ? card : saying(card, outcome), inChat(bot, heard, marker))
  return { message, ...(lies !== undefined && { lies }) }
}

/** Nobody waits for it: what was asked is done, and the card shows it the next time that somebody looks. */
export async function redrawForAll(
  bot: Bot,
  heard: Heard,
  marker: MessageId | undefined,
  outcome?: string,
): Promise<void> {
  if (marker === undefined || !heard.personal) return
  try {
    const who = await whoIs(bot, heard)
    if ('person' in who) await showAll(bot, heard, await redrawn(bot, heard, marker, who.person, outcome))
  } catch (error) {
    reportFailure(bot, heard, 'redraw', error)
  }
}

/** For everybody who sees the card, and on every device of theirs. Fails for nobody: the person who asked has their answer. */
export async function showAll(bot: Bot, heard: Heard, redrawn: Redrawn | undefined): Promise<void> {
  if (redrawn?.lies === undefined) return
  await bot.connector.update(heard.conversation, redrawn.lies, redrawn.message).catch((error: unknown) => {
    reportFailure(bot, heard, 'redraw', error)
  })
}

const saying = (card: Card, outcome: string): Card => ({ ...card, body: [...card.body, text(outcome)] })

const withoutButtons = (card: Card): Card => ({ ...card, body: card.body.map(withoutButton), buttons: [] })

const withoutButton = (block: CardBlock): CardBlock => (block.block === 'row' ? text(block.text) : block)
