/** The same calls to our local Slack and to another hand's (npm `emulate`): where both speak, they say the same. */
import { webApi } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { createEmulator } from 'emulate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../../doors/free-port.ts'
import { form, quiet } from './bolt-bot.ts'
import { startSlack } from './service.ts'

type Side = {
  readonly client: webApi.WebClient
  readonly person: string
  trigger(): Promise<string>
  stop(): Promise<void>
}

const clientOf = (url: string, token: string): webApi.WebClient =>
  new webApi.WebClient(token, { slackApiUrl: url, retryConfig: { retries: 0 }, logger: quiet })

async function ours(): Promise<Side> {
  const slack = await startSlack()
  const { botToken } = slack.addWorkspace({ team: 'T0BESIDE' })
  slack.addUser({ team: 'T0BESIDE', id: 'UADA', email: 'ada@demo.example' })
  slack.deliverTo(`${slack.url}api.test`)
  return {
    client: clientOf(slack.url, botToken),
    person: 'UADA',
    async trigger() {
      const { sent } = await slack.user('T0BESIDE', 'UADA').command('/stuck-case')
      return new URLSearchParams(sent.body).get('trigger_id') ?? ''
    },
    stop: () => slack.stop(),
  }
}

async function theirs(): Promise<Side> {
  const users = [
    { name: 'ada', email: 'ada@demo.example' },
    { name: 'bot', email: 'bot@demo.example' },
  ]
  const tokens = { 'xoxb-emulate': { login: 'bot', scopes: [] } }
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: { tokens, slack: { users } },
  })
  const client = clientOf(`${emulator.url}/api/`, 'xoxb-emulate')
  const { members } = await client.users.list({})
  return {
    client,
    person: members?.find(({ name }) => name === 'ada')?.id ?? '',
    async trigger() {
      const made = (await client.apiCall('views.generateTriggerId')) as { readonly trigger_id?: string }
      return made.trigger_id ?? ''
    },
    stop: () => emulator.close(),
  }
}

const errorOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no error',
    (error: unknown) => (error as { data?: { error: string } }).data?.error ?? String(error),
  )

const view: ModalView = form('Hello')

describe.each([
  ['ours', ours],
  ["emulate's", theirs],
])('%s', (_, start) => {
  let side: Side
  let client: webApi.WebClient

  beforeAll(async () => {
    side = await start()
    client = side.client
  })
  afterAll(() => side.stop())

  const open = async (): Promise<string> => (await client.conversations.open({ users: side.person })).channel?.id ?? ''

  test('opens one conversation with a person', async () => {
    expect(await open()).toMatch(/^D/)
    expect(await open()).toBe(await open())
  })

  test('keeps a message with its metadata, which only who asks for it gets', async () => {
    const channel = await open()
    const metadata = { event_type: 'unstuck', event_payload: { marker: 'm1' } }
    const { ts } = await client.chat.postMessage({ channel, text: 'Hello', metadata })
    const found = await client.conversations.history({
      channel,
      include_all_metadata: true,
      oldest: ts ?? '',
      inclusive: true,
    })
    expect(found.messages?.map(({ text, metadata }) => ({ text, metadata }))).toEqual([{ text: 'Hello', metadata }])
  })

  test('shows the newest first, and what was updated as it is now', async () => {
    const channel = await open()
    const first = await client.chat.postMessage({ channel, text: 'One' })
    await client.chat.postMessage({ channel, text: 'Two' })
    await client.chat.update({ channel, ts: first.ts ?? '', text: 'One, corrected' })
    const { messages } = await client.conversations.history({ channel, limit: 2 })
    expect(messages?.map(({ text }) => text)).toEqual(['Two', 'One, corrected'])
  })

  test('refuses what is not there', async () => {
    const channel = await open()
    expect(await errorOf(client.chat.update({ channel, ts: '1.000000', text: 'x' }))).toBe('message_not_found')
    expect(await errorOf(client.chat.postMessage({ channel: 'D0NOWHERE', text: 'x' }))).toBe('channel_not_found')
    expect(await errorOf(client.users.info({ user: 'UNOBODY' }))).toBe('user_not_found')
    expect(await errorOf(client.chat.postMessage({ channel, text: '' }))).toBe('no_text')
  })

  test('takes a trigger once', async () => {
    const trigger_id = await side.trigger()
    expect((await client.views.open({ trigger_id, view })).view?.callback_id).toBe('raise')
    expect(await errorOf(client.views.open({ trigger_id, view }))).toBe('exchanged_trigger_id')
  })

  test('updates a view against its hash alone', async () => {
    const opened = await client.views.open({ trigger_id: await side.trigger(), view })
    const view_id = opened.view?.id ?? ''
    expect(await errorOf(client.views.update({ view_id, hash: 'old', view }))).toBe('hash_conflict')
    expect(await errorOf(client.views.update({ view_id, hash: opened.view?.hash ?? '', view }))).toBe('no error')
  })
})
