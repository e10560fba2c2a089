import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { card, text } from '../../src/display/card.ts'
import {
  InstallationError,
  ThreadGoneError,
  TooFastError,
  UndeliverableError,
} from '../../src/ports/messenger-errors.ts'
import type { Account } from '../../src/ports/accounts.ts'
import { textOfMessage } from '../support/slack/observe.ts'
import { startSlackBot, team, type SlackBot } from './slack-bot.ts'

let bot: SlackBot
const to: Account = { platform: 'slack', workspace: team, user: 'UPRACTITIONER' }
const overdue = card('An action is overdue: case K7Q2', [text('You agreed this.')])
const longAgo = () => new Date(Date.now() - 3_600_000)
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: unknown) => error,
  )

beforeAll(async () => {
  bot = await startSlackBot()
})
afterAll(() => bot.stop())
afterEach(() => {
  bot.slack.faults.heal()
  expect(bot.slack.violations).toEqual([])
})

describe('posting', () => {
  test('reaches one person, with the marker alone beside the words', async () => {
    const receipt = await bot.side.messenger.post(to, overdue, 'm-1')
    const message = bot.practitioner().messages().at(-1)
    expect(message).toMatchObject({
      ts: receipt.message,
      channel: receipt.conversation,
      metadata: { event_type: 'unstuck', event_payload: { marker: 'm-1' } },
    })
    expect(textOfMessage(message ?? { text: '', blocks: [] })).toContain('You agreed this.')
    expect(bot.side.status()).toEqual({ slack: { last: 'ok' } })
  })

  test('opens the conversation once', async () => {
    await bot.side.messenger.post(to, overdue, 'm-2')
    const opened = bot.slack.callsOf('conversations.open').length
    await bot.side.messenger.post(to, overdue, 'm-3')
    expect(bot.slack.callsOf('conversations.open').length).toBe(opened)
  })

  test('finds the conversation again when Slack no longer knows the one that was kept', async () => {
    await bot.side.messenger.post(to, overdue, 'm-4')
    bot.slack.faults.fail('chat.postMessage', 1, { error: 'channel_not_found' })
    expect(await bot.side.messenger.post(to, overdue, 'm-5')).toMatchObject({ way: 'slack' })
  })

  const refusedWith = async (error: string, method: string) => {
    const user = `U${error}`.toUpperCase()
    bot.slack.addUser({ team, id: user, email: `${error}@demo.example` })
    bot.slack.faults.fail(method, 1, { error })
    return failure(bot.side.messenger.post({ ...to, user }, overdue, 'm-6'))
  }

  test.each([
    ['user_disabled', 'conversations.open'],
    ['user_not_found', 'conversations.open'],
    ['user_not_visible', 'conversations.open'],
    ['cannot_dm_bot', 'chat.postMessage'],
  ])('takes %s for a closed account', async (error, method) => {
    const failed = await refusedWith(error, method)
    expect(failed).toBeInstanceOf(UndeliverableError)
    expect(failed).toMatchObject({ code: error, accountClosed: true })
    expect(bot.side.status()).toEqual({ slack: { last: 'failed', code: error } })
  })

  test.each(['messages_tab_disabled', 'restricted_action', 'invalid_auth', 'missing_scope', 'team_access_not_granted'])(
    'takes %s for what an administrator has to put right',
    async (error) => {
      const failed = await refusedWith(error, 'chat.postMessage')
      expect(failed).toBeInstanceOf(InstallationError)
      expect(failed).toMatchObject({ code: error })
      expect(bot.side.status()).toEqual({ slack: { last: 'failed', code: error } })
    },
  )

  test.each(['is_archived', 'channel_not_found', 'app_uninstalled', 'something_new'])(
    'goes elsewhere for now at %s',
    async (error) => {
      const failed = await refusedWith(error, 'chat.postMessage')
      expect(failed).toBeInstanceOf(TooFastError)
      expect(failed).toMatchObject({ elsewhere: error, thisPersonAlone: true, perhapsPosted: false })
    },
  )

  test.each(['msg_too_long', 'invalid_blocks'])('takes %s for this message alone', async (error) => {
    expect(await refusedWith(error, 'chat.postMessage')).toMatchObject({ code: error, accountClosed: false })
  })

  test('gives up for good on a card that does not fit', async () => {
    const failed = await failure(bot.side.messenger.post(to, card('x'.repeat(151), []), 'm-7'))
    expect(failed).toMatchObject({ name: 'UndeliverableError', code: 'does-not-fit' })
  })

  test('waits as long as Slack asks, and does not try again by itself', async () => {
    bot.slack.faults.fail('chat.postMessage', 1, { status: 429, retryAfterSeconds: 7 })
    const posts = bot.slack.callsOf('chat.postMessage').length
    const failed = await failure(bot.side.messenger.post(to, overdue, 'm-8'))
    expect(failed).toBeInstanceOf(TooFastError)
    expect(failed).toMatchObject({ retryAfterMs: 7_000 })
    expect(bot.slack.callsOf('chat.postMessage').length).toBe(posts)
  })

  test.each([
    ['an error of their own', { error: 'internal_error' }],
    ['a server that is away', { status: 503 }],
    ['a line that is cut', 'reset'],
  ] as const)('leaves %s to be tried again, and quotes nothing of the message', async (_, fault) => {
    bot.slack.faults.fail('chat.postMessage', 1, fault)
    const failed = await failure(bot.side.messenger.post(to, overdue, 'm-9'))
    expect(failed).not.toBeInstanceOf(UndeliverableError)
    expect(failed).not.toBeInstanceOf(TooFastError)
    expect(failed).toBeInstanceOf(Error)
    expect(JSON.stringify(failed, Object.getOwnPropertyNames(failed))).not.toContain('agreed')
    expect((failed as Error).message).toMatch(/^Slack did not take the call: \w+$/)
  })
})

describe('looking for what may have been posted', () => {
  test('finds what Slack took before the line was cut', async () => {
    bot.slack.faults.fail('chat.postMessage', 1, 'commit-then-reset')
    const since = new Date()
    expect(await failure(bot.side.messenger.post(to, overdue, 'm-10'))).toBeInstanceOf(Error)
    const found = await bot.side.messenger.find(to, 'm-10', since)
    expect(found).toMatchObject({ way: 'slack', message: bot.practitioner().messages().at(-1)?.ts })
  })

  test('is sure that it was not posted, over all pages', async () => {
    for (let at = 0; at < 120; at += 1) await bot.practitioner().say(`${at}`)
    expect(await bot.side.messenger.find(to, 'never', longAgo())).toBe('no')
    expect(await bot.side.messenger.find(to, 'm-10', longAgo())).toMatchObject({ way: 'slack' })
  })

  test('is unsure where it may not look, and asks again where Slack is away', async () => {
    bot.slack.faults.fail('conversations.history', 1, { error: 'missing_scope' })
    expect(await bot.side.messenger.find(to, 'm-10', longAgo())).toBe('unsure')
    bot.slack.faults.fail('conversations.history', 1, { status: 429, retryAfterSeconds: 60 })
    expect(await failure(bot.side.messenger.find(to, 'm-10', longAgo()))).toBeInstanceOf(TooFastError)
    bot.slack.faults.fail('conversations.history', 1, { status: 503 })
    expect(await failure(bot.side.messenger.find(to, 'm-10', longAgo()))).toBeInstanceOf(Error)
  })
})

describe('a reply', () => {
  const posted = (marker: string) => bot.side.messenger.post(to, overdue, marker)
  const reply = (marker: string, root: Awaited<ReturnType<typeof posted>>, broadcast = false) =>
    bot.side.messenger.post(to, overdue, marker, false, { root, broadcast })

  test('lies under its root, and in the conversation as well only where that is asked for', async () => {
    const root = await posted('t-1')
    await reply('t-2', root)
    await reply('t-3', root, true)
    const last = bot.practitioner().messages().slice(-2)
    expect(last).toMatchObject([
      { thread: root.message, broadcast: false },
      { thread: root.message, broadcast: true },
    ])
  })

  test('is found by its marker where it alone has it, and nowhere where nobody posted it', async () => {
    const root = await posted('t-4')
    const receipt = await reply('t-5', root)
    expect(await bot.side.messenger.find(to, 't-5', longAgo(), root)).toEqual(receipt)
    expect(await bot.side.messenger.find(to, 't-5', longAgo())).toBe('no')
    expect(await bot.side.messenger.find(to, 't-never', longAgo(), root)).toBe('no')
  })

  test('to a root that is gone is not posted, and says so', async () => {
    const root = { way: 'slack', conversation: (await posted('t-6')).conversation, message: '1.000001' } as const
    const before = bot.practitioner().messages().length
    expect(await failure(reply('t-7', root))).toBeInstanceOf(ThreadGoneError)
    expect(bot.practitioner().messages().length).toBe(before)
  })

  test('whose root is gone can not be among its replies', async () => {
    const root = { way: 'slack', conversation: (await posted('t-8')).conversation, message: '1.000001' } as const
    expect(await bot.side.messenger.find(to, 't-9', longAgo(), root)).toBe('no')
  })

  test('to a message in another conversation is posted beside it', async () => {
    const root = { way: 'slack', conversation: 'D0ANOTHER', message: '1.000001' } as const
    await reply('t-10', root)
    expect(bot.practitioner().messages().at(-1)).not.toHaveProperty('thread')
  })
})
