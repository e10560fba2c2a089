/** The least that a bot can do on Bolt: acknowledge the command and open a view, with no database behind it. */
import { readFileSync } from 'node:fs'
import { App, LogLevel } from '@slack/bolt'
import type { ModalView } from '@slack/types'

const setting = (name: string): string => process.env[name] ?? ''
const view = JSON.parse(readFileSync(setting('VIEW_FILE'), 'utf8')) as ModalView

const app = new App({
  token: setting('SLACK_BOT_TOKEN'),
  signingSecret: setting('SLACK_SIGNING_SECRET'),
  clientOptions: { slackApiUrl: setting('SLACK_API_URL') },
  logLevel: LogLevel.ERROR,
})

app.command('/stuck-case', async ({ ack, client, command }) => {
  await ack()
  await client.views.open({ trigger_id: command.trigger_id, view })
})

const server = await app.start(Number(setting('PORT')))
const address = server.address()
if (address !== null && typeof address === 'object') console.log(`listening ${address.port}`)
