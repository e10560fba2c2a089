/** A small bot on the real Bolt, to try the local Slack on. */
import { App, LogLevel, type Logger } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Slack } from './service.ts'
import type { Workspace } from './state.ts'

const nothing = () => undefined
export const quiet: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
}

export const form = (intro: string): ModalView => ({
  type: 'modal',
  callback_id: 'raise',
  notify_on_close: true,
  title: { type: 'plain_text', text: 'Raise a case' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks: [
    { type: 'section', text: { type: 'plain_text', text: intro } },
    {
      type: 'input',
      block_id: 'words',
      label: { type: 'plain_text', text: 'What is stuck?' },
      element: { type: 'plain_text_input', action_id: 'words', max_length: 20 },
    },
    {
      type: 'input',
      block_id: 'kind',
      label: { type: 'plain_text', text: 'Which kind?' },
      element: {
        type: 'static_select',
        action_id: 'kind',
        options: ['Health', 'Education'].map((label) => ({ text: { type: 'plain_text', text: label }, value: label })),
      },
    },
    {
      type: 'input',
      block_id: 'day',
      optional: true,
      label: { type: 'plain_text', text: 'By when?' },
      element: { type: 'datepicker', action_id: 'day', initial_date: '2026-09-14' },
    },
  ],
})

/** Answers by what is written into "What is stuck?": `errors`, `update`, `push`, `clear`, `late`; else it closes. */
export async function startBoltBot(slack: Slack, { botToken }: Workspace) {
  const app = new App({
    token: botToken,
    signingSecret: slack.signingSecret,
    clientOptions: { slackApiUrl: slack.url, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, logger: quiet },
    logger: quiet,
  })
  const heard: string[] = []
  app.command('/stuck-case', async ({ ack, client, command, respond }) => {
    await ack()
    if (command.text === 'help') await respond('Try /stuck-case')
    else await client.views.open({ trigger_id: command.trigger_id, view: form('Nobody watches this form.') })
  })
  app.action('again', async ({ ack, respond, body }) => {
    await ack()
    heard.push(`pressed by ${body.user.id}`)
    await respond({ text: 'Done', replace_original: true })
  })
  app.view('raise', async ({ ack, view }) => {
    const words = view.state.values['words']?.['words']?.value ?? ''
    heard.push(JSON.stringify(view.state.values))
    if (words === 'errors') await ack({ response_action: 'errors', errors: { words: 'Say more.' } })
    else if (words === 'update') await ack({ response_action: 'update', view: form('Look again.') })
    else if (words === 'push') await ack({ response_action: 'push', view: form('On top.') })
    else if (words === 'clear') await ack({ response_action: 'clear' })
    else if (words === 'late') setTimeout(() => void ack().catch(() => undefined), 3500)
    else await ack()
  })
  app.view({ callback_id: 'raise', type: 'view_closed' }, async ({ ack }) => {
    await ack()
    heard.push('closed')
  })
  app.message(async ({ message, say }) => {
    heard.push('text' in message ? `said ${message.text ?? ''}` : 'said nothing')
    await say('I did not understand that.')
  })
  const server = await app.start(0)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the bot has no port')
  slack.deliverTo(`http://127.0.0.1:${address.port}/slack/events`)
  return { app, heard, stop: () => app.stop() }
}
