import { webApi } from '@slack/bolt'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { form, quiet, startBoltBot } from './bolt-bot.ts'
import { textOfMessage, textOfView, waitFor } from './observe.ts'
import { startSlack, type Slack } from './service.ts'
import type { Workspace } from './state.ts'

let slack: Slack
let workspace: Workspace
let bot: Awaited<ReturnType<typeof startBoltBot>>
let client: webApi.WebClient
const team = 'T0LOCAL'

const ada = () => slack.user(team, 'UADA')
const clientWith = (token: string) =>
  new webApi.WebClient(token, {
    slackApiUrl: slack.url,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
  })
const errorOf = (call: Promise<unknown>) =>
  call.then(
    () => 'no error',
    (error: unknown) => (error as { data?: { error: string } }).data?.error ?? (error as { code: string }).code,
  )

beforeAll(async () => {
  slack = await startSlack()
  workspace = slack.addWorkspace({ team })
  slack.addUser({ team, id: 'UADA', email: 'ada@demo.example' })
  slack.addUser({ team, id: 'UGONE', email: 'gone@demo.example', deleted: true })
  slack.addUser({ team, id: 'UFAR', email: 'far@elsewhere.example', stranger: true })
  bot = await startBoltBot(slack, workspace)
  client = clientWith(workspace.botToken)
})

afterAll(async () => {
  await bot.stop()
  await slack.stop()
})

describe('the Web API', () => {
  afterEach(() => slack.faults.heal())

  test('knows its tokens', async () => {
    expect(await client.auth.test()).toMatchObject({ ok: true, team_id: team, user_id: workspace.botUser })
    expect(await errorOf(clientWith('xoxb-unknown').auth.test())).toBe('invalid_auth')
    expect(await errorOf(new webApi.WebClient(undefined, { slackApiUrl: slack.url, logger: quiet }).auth.test())).toBe(
      'not_authed',
    )
    expect(await errorOf(client.apiCall('reminders.add'))).toBe('unknown_method')
  })

  test('grants only the scopes that were granted', async () => {
    const small = slack.addWorkspace({ team: 'T0SMALL', scopes: ['chat:write', 'users:read'] })
    slack.addUser({ team: 'T0SMALL', id: 'UBEN', email: 'ben@demo.example' })
    const bound = clientWith(small.botToken)
    expect(await errorOf(bound.conversations.open({ users: 'UBEN' }))).toBe('missing_scope')
    expect((await bound.users.info({ user: 'UBEN' })).user?.profile?.email).toBeUndefined()
  })

  test('describes people as Slack does', async () => {
    expect((await client.users.info({ user: 'UADA' })).user).toMatchObject({
      is_email_confirmed: true,
      is_restricted: false,
      profile: { email: 'ada@demo.example' },
    })
    expect((await client.users.info({ user: 'UFAR' })).user).toMatchObject({
      is_stranger: true,
      team_id: 'T0ELSEWHERE',
    })
    expect(await errorOf(client.users.info({ user: 'UNONE' }))).toBe('user_not_found')
    expect(await errorOf(client.conversations.open({ users: 'UGONE' }))).toBe('user_disabled')
  })

  test('keeps messages, their metadata and their updates', async () => {
    const { channel } = await client.conversations.open({ users: 'UADA' })
    const id = channel?.id ?? ''
    const metadata = { event_type: 'unstuck', event_payload: { key: 'k1' } }
    const { ts } = await client.chat.postMessage({ channel: id, text: 'First', metadata })
    await client.chat.update({ channel: id, ts: ts ?? '', text: 'Second' })
    const bare = await client.conversations.history({ channel: id })
    const whole = await client.conversations.history({
      channel: id,
      include_all_metadata: true,
      oldest: ts ?? '',
      inclusive: true,
    })
    expect(bare.messages?.[0]).toMatchObject({ text: 'Second', ts })
    expect(bare.messages?.[0]?.metadata).toBeUndefined()
    expect(whole.messages?.[0]?.metadata).toEqual(metadata)
    expect(ada().messages().at(-1)).toMatchObject({ text: 'Second', edited: true })
    expect(await errorOf(client.chat.update({ channel: id, ts: '1.000000', text: 'x' }))).toBe('message_not_found')
    expect(await errorOf(client.chat.postMessage({ channel: 'D0NONE', text: 'x' }))).toBe('channel_not_found')
  })

  test('shows an ephemeral to one person and keeps it out of the history', async () => {
    const { channel } = await client.conversations.open({ users: 'UADA' })
    const id = channel?.id ?? ''
    await client.chat.postEphemeral({ channel: id, user: 'UADA', text: 'For you alone' })
    expect(ada().ephemerals().at(-1)).toMatchObject({ text: 'For you alone' })
    const { messages } = await client.conversations.history({ channel: id })
    expect(JSON.stringify(messages)).not.toContain('For you alone')
  })

  test('refuses blocks beyond its limits and remembers it', async () => {
    const blocks = Array.from({ length: 51 }, () => ({ type: 'divider' }) as const)
    expect(await errorOf(client.chat.postMessage({ channel: 'UADA', text: 'x', blocks }))).toBe('invalid_blocks')
    expect(slack.violations.at(-1)).toBe('chat.postMessage: /blocks has 51 entries, 50 at most')
  })

  test('takes a trigger once, and for three seconds', async () => {
    const trigger = async () => {
      const { sent } = await ada().command('/stuck-case', 'help')
      return new URLSearchParams(sent.body).get('trigger_id') ?? ''
    }
    const view = form('Hello')
    const used = await trigger()
    await client.views.open({ trigger_id: used, view })
    expect(await errorOf(client.views.open({ trigger_id: used, view }))).toBe('exchanged_trigger_id')
    expect(await errorOf(client.views.open({ trigger_id: 'made-up', view }))).toBe('invalid_trigger_id')
    const old = await trigger()
    await new Promise((resolve) => setTimeout(resolve, 3100))
    expect(await errorOf(client.views.open({ trigger_id: old, view }))).toBe('expired_trigger_id')
  })

  test('updates a view only against the hash that it has', async () => {
    const { sent } = await ada().command('/stuck-case', 'help')
    const trigger_id = new URLSearchParams(sent.body).get('trigger_id') ?? ''
    const { view } = await client.views.open({ trigger_id, view: form('Before') })
    const view_id = view?.id ?? ''
    expect(await errorOf(client.views.update({ view_id, hash: 'old', view: form('After') }))).toBe('hash_conflict')
    await client.views.update({ view_id, hash: view?.hash ?? '', view: form('After') })
    expect(textOfView(ada().currentView() ?? fail())).toContain('After')
  })

  test('publishes a home', async () => {
    await client.views.publish({
      user_id: 'UADA',
      view: { type: 'home', blocks: form('Waiting for you').blocks.slice(0, 1) },
    })
    expect(textOfView(ada().home() ?? fail())).toContain('Waiting for you')
  })
})

describe('what can be wrong with it', () => {
  afterEach(() => slack.faults.heal())
  const post = (text: string) => errorOf(client.chat.postMessage({ channel: 'UADA', text }))
  const arrived = (text: string) =>
    ada()
      .messages()
      .some((message) => message.text === text)

  test('too many requests, for as many calls as told', async () => {
    slack.faults.fail('chat.postMessage', 1, { status: 429, retryAfterSeconds: 7 })
    const refusal: unknown = await client.chat
      .postMessage({ channel: 'UADA', text: 'Later' })
      .catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: webApi.ErrorCode.RateLimitedError, retryAfter: 7 })
    expect(arrived('Later')).toBe(false)
    expect(await post('Later')).toBe('no error')
  })

  test('an error of its own, a reset, nobody at the door', async () => {
    slack.faults.fail('chat.postMessage', 1, { status: 500 })
    slack.faults.fail('chat.postMessage', 1, 'reset')
    expect(await post('Never')).toBe(webApi.ErrorCode.HTTPError)
    expect(await post('Never')).toBe(webApi.ErrorCode.RequestError)
    await slack.goDown()
    expect(await post('Never')).toBe(webApi.ErrorCode.RequestError)
    await slack.comeBack()
    expect(arrived('Never')).toBe(false)
    expect(await post('Now')).toBe('no error')
  })

  test('posts and does not say so', async () => {
    slack.faults.fail('chat.postMessage', 1, 'commit-then-reset')
    expect(await post('Posted all the same')).toBe(webApi.ErrorCode.RequestError)
    expect(arrived('Posted all the same')).toBe(true)
  })

  test('answers late', async () => {
    slack.faults.answerAfter(400)
    const start = performance.now()
    await post('Slow')
    expect(performance.now() - start).toBeGreaterThan(390)
  })
})

describe('a person at the window', () => {
  test('types a command, and a view opens', async () => {
    const person = ada()
    const reply = await person.command('/stuck-case')
    expect(reply).toMatchObject({ status: 200, text: '' })
    const view = await person.waitForView('Raise a case')
    expect(textOfView(view)).toBe(
      'Raise a case\nNobody watches this form.\nWhat is stuck?\nWhich kind?\n( ) Health\n( ) Education\nBy when?\n2026-09-14\n[Send]',
    )
  })

  test('is answered in private through the response_url', async () => {
    const person = ada()
    await person.command('/stuck-case', 'help')
    expect((await person.waitForEphemeral()).text).toBe('Try /stuck-case')
  })

  test('cannot send a form that Slack would hold back', async () => {
    const person = ada()
    await person.command('/stuck-case')
    await person.waitForView('Nobody watches')
    const before = bot.heard.length
    const held = await person.submit({ 'What is stuck?': 'x'.repeat(21) })
    expect(held).toEqual({
      result: 'held-back',
      errors: { 'What is stuck?': 'Too long.', 'Which kind?': 'Please complete this required field.' },
    })
    expect(bot.heard).toHaveLength(before)
    expect((await person.submit({ 'What is stuck?': 'more than twenty characters' }, 'unchecked')).result).toBe(
      'closed',
    )
  })

  test('sees errors beside the fields, and what was typed stays', async () => {
    const person = ada()
    await person.command('/stuck-case')
    await person.waitForView('Nobody watches')
    const sent = await person.submit({ 'What is stuck?': 'errors', 'Which kind?': 'Health' })
    expect(sent).toMatchObject({ result: 'errors', errors: { 'What is stuck?': 'Say more.' } })
    expect(textOfView(person.currentView() ?? fail())).toContain('! Say more.')
    expect((await person.submit({ 'What is stuck?': 'update' })).result).toBe('updated')
    expect(textOfView(person.currentView() ?? fail())).toMatch(/Look again[^!]*update\n[^!]*\(x\) Health/)
    expect((await person.submit({ 'What is stuck?': 'push' })).result).toBe('pushed')
    expect((await person.submit({ 'What is stuck?': 'fine', 'Which kind?': 'Health' })).result).toBe('closed')
    expect(textOfView(person.currentView() ?? fail())).toContain('Look again')
    expect((await person.submit({ 'What is stuck?': 'clear' })).result).toBe('cleared')
    expect(person.currentView()).toBeUndefined()
    expect(JSON.parse(bot.heard.at(-1) ?? '')).toEqual({
      words: { words: { type: 'plain_text_input', value: 'clear' } },
      kind: {
        kind: {
          type: 'static_select',
          selected_option: { text: { type: 'plain_text', text: 'Health', emoji: true }, value: 'Health' },
        },
      },
      day: { day: { type: 'datepicker', selected_date: '2026-09-14' } },
    })
  })

  test('has trouble when the bot does not answer in three seconds', async () => {
    const person = ada()
    await person.command('/stuck-case')
    await person.waitForView('Nobody watches')
    const sent = await person.submit({ 'What is stuck?': 'late', 'Which kind?': 'Health' })
    expect(sent.result).toBe('trouble')
    expect(slack.violations.at(-1)).toBe('view_submission: no answer in time')
    expect(person.currentView()).toBeDefined()
  })

  test('presses a button, and the message is replaced', async () => {
    const person = ada()
    const button = { type: 'button', action_id: 'again', text: { type: 'plain_text', text: 'Again' } } as const
    await client.chat.postMessage({ channel: 'UADA', text: 'Press', blocks: [{ type: 'actions', elements: [button] }] })
    expect((await person.press('Again')).status).toBe(200)
    expect(textOfMessage(await person.waitForMessage('Done'))).toContain('Done')
    expect(bot.heard.at(-1)).toBe('pressed by UADA')
  })

  test('closes a view, and the bot hears of it where it asked to', async () => {
    const person = ada()
    await person.command('/stuck-case')
    await person.waitForView('Nobody watches')
    expect((await person.closeView())?.status).toBe(200)
    expect(bot.heard.at(-1)).toBe('closed')
  })

  test('writes to the bot', async () => {
    const person = ada()
    expect((await person.say('hello')).status).toBe(200)
    expect((await person.waitForMessage('did not understand')).byBot).toBe(true)
    expect(bot.heard).toContain('said hello')
  })
})

describe('the door of the bot', () => {
  test('opens to Slack alone', async () => {
    const { sent } = await ada().command('/stuck-case', 'help')
    const sending = { body: sent.body, contentType: 'application/x-www-form-urlencoded' } as const
    expect((await slack.deliver(sending, { unsigned: true })).status).toBe(401)
    expect((await slack.deliver(sending, { secret: 'guess' })).status).toBe(401)
    expect((await slack.deliver(sending, { ageSeconds: 400 })).status).toBe(401)
  })

  test('is knocked at again with a number', async () => {
    const said = await ada().say('twice')
    const again = await slack.retry(said, 1)
    expect(again.sent.headers).toMatchObject({ 'x-slack-retry-num': '1' })
    expect(again.sent.body).toBe(said.sent.body)
    const repeated = await slack.repeat(said)
    expect(repeated.sent).toEqual(said.sent)
    await waitFor(
      () => (bot.heard.filter((line) => line === 'said twice').length === 3 ? true : undefined),
      () => bot.heard.join('\n'),
    )
  })
})

function fail(): never {
  throw new Error('nothing is there')
}
