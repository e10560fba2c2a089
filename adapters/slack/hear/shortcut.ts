/** "Raise a stuck case", from anywhere in Slack. It carries who used it and nothing else; there is none on messages, which would carry their words. */
import type { GlobalShortcut } from '@slack/bolt'
import { slackAccount, type Bot } from '../bot.ts'
import { accountOf, workspaceOf } from './account-of.ts'
import { askAndShow, whose } from './ask-and-show.ts'

/** Its `callback_id` in the manifests. */
export const shortcut = 'open-raise-case'

export async function answerShortcut(bot: Bot, body: GlobalShortcut): Promise<void> {
  const claimed = { account: slackAccount(workspaceOf(body), body.user.id), trigger: body.trigger_id }
  const account = await whose(bot, claimed, accountOf(bot, body))
  if (account) await askAndShow(bot, { ...claimed, account }, { ask: shortcut })
}
