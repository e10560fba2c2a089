/** Words typed to the bot, in its direct messages or by naming it in a channel: nobody is watching, and it says so. */
import type { App } from '@slack/bolt'
import { slackAccount, type Bot } from './bot.ts'
import { classifyError } from './classify-error.ts'
import { notUnderstood } from './not-understood.ts'
import type { SlackMessage } from './render-card.ts'

export function listenToTypedWords(app: App, bot: Bot): void {
  app.event('message', async ({ event, body }) => {
    if (event.channel_type !== 'im' || (event.subtype !== undefined && event.subtype !== 'file_share')) return
    if ('bot_id' in event && event.bot_id) return
    await bot.once(body.event_id, () =>
      say(event.user, body.team_id, (message) => bot.api.post(event.channel, message)),
    )
  })

  /** Only the person who typed sees it: a channel need not read that somebody turned to a safeguarding bot. */
  app.event('app_mention', async ({ event, body }) => {
    const { user, channel } = event
    if (user === undefined || event.bot_id) return
    await bot.once(body.event_id, () =>
      say(user, event.user_team ?? body.team_id, (message) => bot.api.postPrivately(channel, user, message)),
    )
  })

  async function say(user: string, team: string, post: (message: SlackMessage) => Promise<unknown>): Promise<void> {
    const { workspace } = slackAccount(team, user)
    try {
      for (const message of notUnderstood(bot, workspace)) await post(message)
    } catch (error) {
      bot.log.error('slack-person-not-told', classifyError(error), { workspace, user })
    }
  }
}
