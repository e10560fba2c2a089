/** Commands, the shortcut, buttons, forms and typed words of Slack → asks. Each is done once, however often Slack sends it. */
import type { App, BlockAction, BlockSuggestion, GlobalShortcut, ViewSubmitAction } from '@slack/bolt'
import { oncePerDelivery, retriesOfFormsMs } from '../../../doors/once-per-delivery.ts'
import type { Log } from '../../../src/ports/log.ts'
import { accountIn, workspaceOf, workspaceOfEvent } from './account-of.ts'
import { answerCommand } from './answer-command.ts'
import { answerOptions } from './answer-options.ts'
import { reportFailure, slackAccount, type BotIn } from '../bot.ts'
import { classifyError } from '../send/classify-error.ts'
import { listenToLeaving } from '../install/leaving.ts'
import { answerPress } from './press.ts'
import { answerShortcut, shortcut } from './shortcut.ts'
import { publishHome } from '../draw/publish-home.ts'
import { answerSubmission } from './submissions.ts'
import { listenToTypedWords } from './typed-words.ts'
import { welcome } from './welcomed.ts'

/** Slack's last retry of an event comes some six minutes after the first attempt: docs.slack.dev/apis/events-api */
const retriesOfEventsMs = 7 * 60_000

export function listen(app: App, botIn: BotIn, log: Log): void {
  const once = oncePerDelivery(retriesOfEventsMs)
  const onceSent = oncePerDelivery(retriesOfFormsMs)

  app.error((error) => {
    log.error('slack-listener-failed', classifyError(error))
    return Promise.resolve()
  })

  /** Whatever its name: an administrator may rename a command, and only ours are sent here. */
  app.command(/./, async ({ ack, command, respond }) => {
    await ack()
    await once(command.trigger_id, async () => {
      const bot = await botIn(command.team_id)
      const place = { account: slackAccount(command.team_id, command.user_id), trigger: command.trigger_id, respond }
      if (bot) await answerCommand(bot, place, command.text)
    })
  })

  app.shortcut<GlobalShortcut>({ type: 'shortcut', callback_id: shortcut }, async ({ ack, body }) => {
    await ack()
    await once(body.trigger_id, async () => {
      const bot = await botIn(workspaceOf(body))
      if (bot) await answerShortcut(bot, body)
    })
  })

  app.action<BlockAction>({ type: 'block_actions' }, async ({ ack, body, respond }) => {
    await ack()
    await once(body.trigger_id, async () => {
      const bot = await botIn(workspaceOf(body))
      if (bot) await answerPress(bot, body, respond)
    })
  })

  app.view<ViewSubmitAction>({ type: 'view_submission' }, async ({ ack, body }) => {
    const answer = await onceSent(body.trigger_id, async () => {
      const bot = await botIn(workspaceOf(body))
      return bot && answerSubmission(bot, body)
    })
    if (answer) await ack(answer)
    else await ack()
  })

  app.options<'block_suggestion', BlockSuggestion>({ type: 'block_suggestion' }, async ({ ack, body }) => {
    const bot = await botIn(workspaceOf(body))
    await ack(bot ? await answerOptions(bot, body) : { options: [] })
  })

  app.event('app_home_opened', async ({ event, body }) => {
    await once(body.event_id, async () => {
      const workspace = workspaceOfEvent(body)
      const bot = await botIn(workspace)
      if (!bot) return
      const whose = accountIn(bot, workspace, event.user)
      const claimed = slackAccount(workspace, event.user)
      if (event.tab === 'home') await publishHome(bot, claimed, whose)
      await whose.then(
        (account) => welcome(bot, account),
        (error: unknown) => void reportFailure(bot, claimed, 'whose', error),
      )
    })
  })

  listenToTypedWords(app, botIn, once)
  listenToLeaving(app, botIn)
}
