/** Puts an answer into somebody's own chat with the bot. What may hold words of people opens from there, and leaves none behind. */
import type { Answer } from '../../../src/display/answer.ts'
import { openingCard } from '../../../src/display/opening.card.ts'
import { drawnFor } from '../../../src/ports/drawn-form.ts'
import type { Ask } from '../../../src/vocabulary.ts'
import type { Heard } from '../hear/activity.ts'
import { inChat, type Bot } from '../bot.ts'
import type { Conversation } from '../conversation.ts'
import { drawForm } from './draw-form.ts'
import { asMessages } from './render-answer.ts'
import { renderCard, type TeamsMessage } from './render-card.ts'

export function messagesOf(bot: Bot, heard: Heard, ask: Ask, answer: Answer): TeamsMessage[] {
  const drawing = inChat(bot, heard)
  if (answer.kind !== 'form' && answer.kind !== 'reading') return asMessages(answer, drawing)
  if (!heard.conversation.local) return [renderCard(openingCard(ask, answer), drawing)]
  if (answer.kind === 'reading') return asMessages(answer, drawing)
  return drawForm(bot, heard, drawnFor(answer, ask)).messages()
}

export async function say(bot: Bot, to: Conversation, messages: readonly TeamsMessage[]): Promise<void> {
  for (const message of messages) await bot.connector.post(to, message)
}
