/** Where a user of Teams can be written to. */
import type { Heard } from './hear/activity.ts'
import type { Bot } from './bot.ts'
import { isSame, readConversation, type Conversation } from './conversation.ts'

export const ownConversation = async (
  { accounts }: Pick<Bot, 'accounts'>,
  { account }: Pick<Heard, 'account'>,
): Promise<Conversation | undefined> => readConversation(await accounts.conversationOf(account))

/** Kept when it is new or has moved, so that most messages cost no write. */
export async function keepWhereToWrite(bot: Bot, heard: Heard): Promise<void> {
  const { personal, account, conversation } = heard
  if (!personal || isSame(conversation, await ownConversation(bot, heard))) return
  await bot.accounts.keepConversation(account, conversation)
}

/** A button acts only where its card was posted: in its person's own chat with the bot. */
export async function isInOwnChat(bot: Bot, heard: Heard): Promise<boolean> {
  if (!heard.personal) return false
  const kept = await ownConversation(bot, heard)
  return kept === undefined || kept.id === heard.conversation.id
}
