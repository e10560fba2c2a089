/** Words typed to the bot, in its direct messages or by naming it in a channel: nobody is watching, and it says so. */
import type { App } from '@slack/bolt'
import type { Once } from '../../../doors/once-per-delivery.ts'
import { slackAccount, type Bot, type BotIn } from '../bot.ts'
import { accountIn, workspaceOfEvent } from './account-of.ts'
import { classifyError } from '../send/classify-error.ts'
import { linked } from './answer-command.ts'
import { notUnderstood } from './not-understood.ts'
import type { SlackMessage } from '../draw/render-card.ts'

export function listenToTypedWords(app: App, botIn: BotIn, once: Once): void {
  app.event('message', async ({ event, body }) => {
    if (event.channel_type !== 'im' || (event.subtype !== undefined && event.subtype !== 'file_share')) return
    if ('bot_id' in event && event.bot_id) return
    await once(body.event_id, async () => {
      const workspace = workspaceOfEvent(body)
      const bot = await botIn(workspace)
      if (!bot) return
      const claimed = slackAccount(workspace, event.user)
      await say(
        bot,
        claimed,
        async () => {
          const account = await accountIn(bot, workspace, event.user)
          return (await linked(bot, account, event.text ?? '')) ?? notUnderstood(bot, account.workspace)
        },
        (message) => bot.api.post(event.channel, message),
      )
    })
  })

  /** Only the person who typed sees it: a channel need not read that somebody turned to a safeguarding bot. */
  app.event('app_mention', async ({ event, body }) => {
    const { user, channel } = event
    if (user === undefined || event.bot_id) return
    await once(body.event_id, async () => {
      const workspace = workspaceOfEvent(body)
      const bot = await botIn(workspace)
      if (!bot) return
      await say(
        bot,
        slackAccount(workspace, user),
        async () => notUnderstood(bot, (await accountIn(bot, workspace, user, event.user_team)).workspace),
        (message) => bot.api.postPrivately(channel, user, message),
      )
    })
  })
}

async function say(
  bot: Bot,
  { workspace, user }: { readonly workspace: string; readonly user: string },
  messages: () => readonly SlackMessage[] | Promise<readonly SlackMessage[]>,
  post: (message: SlackMessage) => Promise<unknown>,
): Promise<void> {
  try {
    for (const message of await messages()) await post(message)
  } catch (error) {
    bot.log.error('slack-person-not-told', classifyError(error), { workspace, user })
  }
}
