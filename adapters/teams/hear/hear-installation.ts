/** The app was added to somebody's chats, or removed: from then on they can be written to first, or no longer. */
import { isRefusal } from '../../../src/display/refusal.ts'
import { keepWhereToWrite } from '../accounts.ts'
import type { Heard } from './activity.ts'
import { inChat, reportFailure, whoIs, type Bot } from '../bot.ts'
import { asMessages } from '../draw/render-answer.ts'
import { messagesOf, say } from '../draw/show.ts'

export async function hearInstallation(bot: Bot, heard: Heard): Promise<void> {
  const { action } = heard.activity
  if (!heard.personal) return
  try {
    if (action === 'remove') {
      await bot.accounts.keepConversation(heard.account, undefined)
      await bot.left(heard.account)
      return
    }
    const who = await whoIs(bot, heard)
    await keepWhereToWrite(bot, heard)
    if (action === 'add') await welcome(bot, heard, who)
  } catch (error) {
    reportFailure(bot, heard, 'installation', error)
  }
}

/** Somebody who took the app out and has it again knows it already, and gets help. */
async function welcome(bot: Bot, heard: Heard, who: Awaited<ReturnType<typeof whoIs>>): Promise<void> {
  if (isRefusal(who)) return say(bot, heard.conversation, asMessages(who, inChat(bot, heard)))
  const first = await bot.welcome(heard.account)
  if (first) return say(bot, heard.conversation, asMessages(first, inChat(bot, heard)))
  const ask = { ask: 'open-help' } as const
  await say(bot, heard.conversation, messagesOf(bot, heard, ask, await bot.answer({ ask, by: who.person })))
}
