/** The welcome, for somebody who turns to the bot for the first time: in their direct messages, once. */
import { isRefusal } from '../../../src/display/refusal.ts'
import type { Account } from '../../../src/ports/accounts.ts'
import { reportFailure, whoIs, type Bot } from '../bot.ts'
import { renderCard, type SlackMessage } from '../draw/render-card.ts'

/** Nothing for anybody whom we do not know, and nothing in place of an answer where it fails. */
export async function welcomed(bot: Bot, account: Account): Promise<readonly SlackMessage[]> {
  try {
    const card = isRefusal(await whoIs(bot, account)) ? undefined : await bot.welcome(account)
    return card ? [renderCard(card)] : []
  } catch (error) {
    reportFailure(bot, account, 'welcome', error)
    return []
  }
}

/** Where no answer is given to which it could be added. */
export async function welcome(bot: Bot, account: Account): Promise<void> {
  const messages = await welcomed(bot, account)
  try {
    for (const message of messages) await bot.api.post(account.user, message)
  } catch (error) {
    reportFailure(bot, account, 'welcome', error)
  }
}
