/** Commands, buttons, forms and typed words of Slack → asks. Each is done once, however often Slack sends it. */
import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt'
import { readCommand } from '../../src/cases/read-command.ts'
import { askAndShow } from './ask-and-show.ts'
import { slackAccount, type Bot } from './bot.ts'
import { classifyError } from './classify-error.ts'
import { notUnderstood } from './not-understood.ts'
import { answerPress } from './press.ts'
import { publishHome } from './publish-home.ts'
import { createRepeats, retriesOfFormsMs } from './repeats.ts'
import { sayPrivately } from './show.ts'
import { answerSubmission } from './submission.ts'
import { listenToTypedWords } from './typed-words.ts'

export function listen(app: App, bot: Bot): void {
  app.error((error) => {
    bot.log.error('slack-listener-failed', classifyError(error))
    return Promise.resolve()
  })

  /** Whatever its name: an administrator may rename a command, and only ours are sent here. */
  app.command(/./, async ({ ack, command, respond }) => {
    await ack()
    await bot.once(command.trigger_id, async () => {
      const place = { account: slackAccount(command.team_id, command.user_id), trigger: command.trigger_id, respond }
      const ask = readCommand(command.text)
      if (ask) await askAndShow(bot, place, ask)
      else await sayPrivately(bot, place, notUnderstood(bot, command.team_id))
    })
  })

  app.action<BlockAction>({ type: 'block_actions' }, async ({ ack, body, respond }) => {
    await ack()
    await bot.once(body.trigger_id, () => answerPress(bot, body, respond))
  })

  const onceSent = createRepeats(retriesOfFormsMs)
  app.view<ViewSubmitAction>({ type: 'view_submission' }, async ({ ack, body }) => {
    await ack(await onceSent(body.trigger_id, () => answerSubmission(bot, body)))
  })

  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab === 'home')
      await bot.once(body.event_id, () => publishHome(bot, slackAccount(body.team_id, event.user)))
  })

  listenToTypedWords(app, bot)
}
