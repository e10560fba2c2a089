/**
 * Somebody asked where others read along. Teams has no dependable private reply there, so all that is said is where the
 * answer is: the same sentence, whatever was asked.
 */
import { isRefusal } from '../../../src/display/refusal.ts'
import { done } from '../../../src/display/answer.ts'
import { ownConversation } from '../accounts.ts'
import type { Heard } from './activity.ts'
import { inChat, reportFailure, type Bot, type Who } from '../bot.ts'
import { isAboutChat } from '../send/classify-error.ts'
import { notUnderstood } from './not-understood.ts'
import { asMessages } from '../draw/render-answer.ts'
import type { TeamsMessage } from '../draw/render-card.ts'
import { say } from '../draw/show.ts'

const pleaseDelete = 'If you wrote details about a child here, please delete them.'
const sentences = {
  chat: `I have answered you in private. ${pleaseDelete}`,
  mail: `I have sent you an email. Sign in with its link and ask me there. ${pleaseDelete}`,
  nowhere: `I only answer in private. Add Unstuck to your own chats and ask me there. ${pleaseDelete}`,
} as const

/** `unreadable`: what was typed may have told of danger. */
export async function sayElsewhere(
  bot: Bot,
  heard: Heard,
  who: Who,
  unreadable: boolean,
  answer: () => Promise<TeamsMessage[]>,
): Promise<void> {
  const where = await toldIn(bot, heard, who, answer)
  // Whom to call is no secret, and here it is the only way to say it.
  if (where === 'nowhere' && unreadable) await say(bot, heard.conversation, notUnderstood(bot, heard))
  await say(bot, heard.conversation, asMessages(done(sentences[where]), inChat(bot, heard)))
}

async function toldIn(
  bot: Bot,
  heard: Heard,
  who: Who,
  answer: () => Promise<TeamsMessage[]>,
): Promise<keyof typeof sentences> {
  const own = await ownConversation(bot, heard)
  if (own) {
    try {
      await say(bot, own, await answer())
      return 'chat'
    } catch (error) {
      // Whether the chat is gone is found out when something is sent there again.
      if (!isAboutChat(error)) throw error
    }
  }
  if (isRefusal(who) || !bot.sayByMail) return 'nowhere'
  try {
    await bot.sayByMail(who.person)
    return 'mail'
  } catch (error) {
    reportFailure(bot, heard, 'mail', error)
    return 'nowhere'
  }
}
