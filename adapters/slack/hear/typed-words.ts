/** Words typed to the bot, in its direct messages or by naming it in a channel: a command, or something that nobody here reads. */
import type { App } from '@slack/bolt'
import type { Once } from '../../../doors/once-per-delivery.ts'
import { readCommand } from '../../../src/commands/read-command.ts'
import { done } from '../../../src/display/answer.ts'
import { openingCard } from '../../../src/display/opening.card.ts'
import type { Account } from '../../../src/ports/accounts.ts'
import { answerFor, reportFailure, slackAccount, type Bot, type BotIn } from '../bot.ts'
import { followOnHome } from '../draw/publish-home.ts'
import { asMessages } from '../draw/render-answer.ts'
import { renderCard, type SlackMessage } from '../draw/render-card.ts'
import { classifyError } from '../send/classify-error.ts'
import { accountIn, workspaceOfEvent } from './account-of.ts'
import { linked } from './answer-command.ts'
import { nothingChanged, sorry } from './ask-and-show.ts'
import { notUnderstood } from './not-understood.ts'
import { welcomed } from './welcomed.ts'

export function listenToTypedWords(app: App, botIn: BotIn, once: Once): void {
  app.event('message', async ({ event, body }) => {
    if (event.channel_type !== 'im' || (event.subtype !== undefined && event.subtype !== 'file_share')) return
    if ('bot_id' in event && event.bot_id) return
    const { user, channel, text = '' } = event
    const thread = 'thread_ts' in event ? event.thread_ts : undefined
    await once(body.event_id, async () => {
      const workspace = workspaceOfEvent(body)
      const bot = await botIn(workspace)
      if (!bot) return
      await say(
        bot,
        slackAccount(workspace, user),
        async () => {
          const account = await accountIn(bot, workspace, user)
          const said = (await linked(bot, account, text)) ?? (await answered(bot, account, text))
          return [...said, ...(await welcomed(bot, account))]
        },
        (message) => bot.api.reply(channel, message, thread),
      )
    })
  })

  /** Only the person who typed sees it: a channel need not read that somebody turned to a safeguarding bot. */
  app.event('app_mention', async ({ event, body }) => {
    const { user, channel, text, thread_ts: thread } = event
    if (user === undefined || event.bot_id) return
    await once(body.event_id, async () => {
      const workspace = workspaceOfEvent(body)
      const bot = await botIn(workspace)
      if (!bot) return
      await say(
        bot,
        slackAccount(workspace, user),
        async () => answered(bot, await accountIn(bot, workspace, user, event.user_team), withoutMentions(text)),
        (message) => bot.api.postPrivately(channel, user, message, thread),
      )
    })
  })
}

/** docs.slack.dev/messaging/formatting-message-text: how Slack writes who is named. */
const withoutMentions = (text: string): string => text.replaceAll(/<@[^>]*>/g, ' ')

/** A picture or a file alone is no command, though nothing was typed. */
async function answered(bot: Bot, account: Account, typed: string): Promise<readonly SlackMessage[]> {
  const ask = typed.trim() === '' ? undefined : readCommand(typed)
  if (!ask) return notUnderstood(bot, account.workspace, typed)
  try {
    const answer = await answerFor(bot, account, { ask })
    await followOnHome(bot, account, ask, answer)
    return answer.kind === 'form' || answer.kind === 'reading'
      ? [renderCard(openingCard(ask, answer))]
      : asMessages(answer)
  } catch (error) {
    return asMessages(done(sorry(nothingChanged, reportFailure(bot, account, ask.ask, error))))
  }
}

async function say(
  bot: Bot,
  { workspace, user }: { readonly workspace: string; readonly user: string },
  messages: () => Promise<readonly SlackMessage[]>,
  post: (message: SlackMessage) => Promise<unknown>,
): Promise<void> {
  try {
    for (const message of await messages()) await post(message)
  } catch (error) {
    bot.log.error('slack-person-not-told', classifyError(error), { workspace, user })
  }
}
