import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { home } from '../../src/display/answer.ts'
import { button, card, text } from '../../src/display/card.ts'
import { filled, form } from '../../src/display/form.ts'
import { reading, words } from '../../src/display/reading.ts'
import { Typed } from '../../src/display/typed.ts'
import { textOfMessage, textOfView, waitFor } from '../support/slack/observe.ts'
import { startSlackBot, type SlackBot } from './slack-bot.ts'

let bot: SlackBot
const person = () => bot.practitioner()

const aForm = form('Raise a stuck case', {
  fields: { tried: { field: 'words', label: 'What has been tried?', max: 3000, lines: 'many' } },
  values: { tried: filled('Two meetings') },
  submit: { label: 'Send', ask: { ask: 'raise-case' } },
})

beforeAll(async () => {
  bot = await startSlackBot()
})
afterAll(() => bot.stop())
afterEach(() => {
  bot.slack.faults.heal()
  expect(bot.slack.violations).toEqual([])
})

describe('a command', () => {
  test('opens a form, as the person whose address the partnership knows', async () => {
    bot.answers(() => aForm)
    const practitioner = person()
    const reply = await practitioner.command('/stuck-case')
    expect(reply).toMatchObject({ status: 200, text: '' })
    expect(textOfView(await practitioner.waitForView())).toContain('What has been tried?')
    expect(bot.asked.at(-1)).toEqual({ ask: { ask: 'open-raise-case' }, by: 'practitioner' })
  })

  test('opens a reading, which may hold what people typed', async () => {
    bot.answers(() => reading('Your cases', [words('Tried', new Typed('Two meetings'))]))
    const practitioner = person()
    await practitioner.command('/stuck-case', ' Actions ')
    expect(textOfView(await practitioner.waitForView())).toContain('Two meetings')
    expect(bot.asked.at(-1)?.ask).toEqual({ ask: 'open-actions' })
  })

  test('says a card or a home to this person alone', async () => {
    bot.answers(() => home('What waits for you', [card('One thing', [text('It waits.')])]))
    const practitioner = person()
    await practitioner.command('/stuck-case', 'mine', 'C0GENERAL')
    expect(textOfMessage(await practitioner.waitForEphemeral())).toContain('It waits.')
  })

  test('that is not understood gets the urgent lines, and the words go nowhere', async () => {
    const before = bot.asked.length
    const practitioner = person()
    await practitioner.command('/stuck-case', 'Robin has been hit again')
    const shown = textOfMessage(await practitioner.waitForEphemeral('999'))
    for (const line of Object.values(bot.partnership.urgent)) expect(shown).toContain(line)
    expect(shown).not.toContain('Robin')
    expect(bot.asked.length).toBe(before)
    expect(bot.logged()).not.toContain('Robin')
  })

  test('of somebody whom the partnership does not know is refused', async () => {
    bot.slack.addUser({ team: 'T0LARK', id: 'USTRANGE', email: 'somebody.else@demo.example' })
    const before = bot.asked.length
    const stranger = bot.slack.user('T0LARK', 'USTRANGE')
    await stranger.command('/stuck-case')
    expect(textOfMessage(await stranger.waitForEphemeral())).toContain('I do not know you yet.')
    expect(bot.asked.length).toBe(before)
  })
})

describe('never silence', () => {
  test('a lapsed trigger becomes a private card that opens the form', async () => {
    bot.answers(() => aForm)
    bot.slack.faults.fail('views.open', 1, { error: 'expired_trigger_id' })
    const practitioner = person()
    await practitioner.command('/stuck-case')
    await practitioner.waitForEphemeral('Open the form')
    await practitioner.press('Open the form')
    expect(textOfView(await practitioner.waitForView())).toContain('What has been tried?')
    expect(bot.asked.at(-1)?.ask).toEqual({ ask: 'open-raise-case' })
  })

  test('an answer that takes longer than a trigger lives is one press away', { timeout: 20_000 }, async () => {
    bot.answers(async () => {
      await new Promise((resolve) => setTimeout(resolve, 3_300))
      return aForm
    })
    const practitioner = person()
    await practitioner.command('/stuck-case')
    expect(textOfMessage(await practitioner.waitForEphemeral())).toContain('Open the form')
  })

  test('a slow Slack still opens the form, and says nothing else', { timeout: 20_000 }, async () => {
    bot.answers(() => aForm)
    bot.slack.faults.answerAfter(2_900, 'views.open')
    const practitioner = person()
    const before = practitioner.ephemerals().length
    await practitioner.command('/stuck-case')
    await practitioner.waitForView('What has been tried?')
    await new Promise((resolve) => setTimeout(resolve, 3_200))
    expect(practitioner.ephemerals().length).toBe(before)
  })

  test('a failure is told with a reference that is in the log, and without what was wrong', async () => {
    bot.answers(() => {
      throw new Error('no room for Sam')
    })
    const practitioner = person()
    await practitioner.command('/stuck-case', 'help')
    const told = textOfMessage(await practitioner.waitForEphemeral('Something went wrong. Nothing was changed.'))
    expect(told).not.toContain('Sam')
    const reference = /reference: (\w{8})/.exec(told)?.[1] ?? 'none'
    expect(bot.logged()).toContain(reference)
  })

  test('a Slack that fails meanwhile is said by the other way', async () => {
    bot.answers(() => aForm)
    bot.slack.faults.fail('views.open', 1, { status: 503 })
    const practitioner = person()
    await practitioner.command('/stuck-case')
    await practitioner.waitForEphemeral('Open the form')
  })
})

describe('what Slack sends twice', () => {
  test('its own retry of a command does the work once', async () => {
    bot.answers(() => card('Help', [text('This is how.')], [button('Mine', { ask: 'open-mine' })]))
    const practitioner = person()
    const reply = await practitioner.command('/stuck-case', 'help')
    await practitioner.waitForEphemeral('This is how.')
    const [asked, shown] = [bot.asked.length, practitioner.ephemerals().length]
    expect(await bot.slack.retry(reply, 1)).toMatchObject({ status: 200, text: '' })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect([bot.asked.length, practitioner.ephemerals().length]).toEqual([asked, shown])
  })

  test('the same signature again is nobody', async () => {
    const practitioner = person()
    const reply = await practitioner.command('/stuck-case', 'help')
    await practitioner.waitForEphemeral('This is how.')
    const asked = bot.asked.length
    expect(reply.status).toBe(200)
    expect((await bot.slack.repeat(reply)).status).toBe(401)
    const { body, headers } = reply.sent
    const varied = { ...headers, 'x-slack-signature': `${headers['x-slack-signature'] ?? ''}=more` }
    expect((await fetch(bot.address, { method: 'POST', body, headers: varied })).status).toBe(401)
    expect(bot.asked.length).toBe(asked)
  })

  test('the same signature again is nobody even as a retry, once its second is over', async () => {
    const practitioner = person()
    const { sent } = await practitioner.command('/stuck-case', 'help')
    await practitioner.waitForEphemeral('This is how.')
    const headers = { ...sent.headers, 'x-slack-retry-num': '1' }
    const asked = bot.asked.length
    await new Promise((resolve) => setTimeout(resolve, 1_600))
    expect((await fetch(bot.address, { method: 'POST', body: sent.body, headers })).status).toBe(401)
    expect(bot.asked.length).toBe(asked)
  })

  test('two at the same moment are one', async () => {
    const before = bot.asked.length
    const reply = await person().command('/stuck-case', 'help')
    const sending = { body: `${reply.sent.body}&x=1`, contentType: 'application/x-www-form-urlencoded' } as const
    const [one, two] = await Promise.all([bot.slack.deliver(sending), bot.slack.deliver(sending)])
    expect([one.status, two.status].sort()).toEqual([200, 401])
    // Slack has its 200 before the work is done: on a busy machine it would be done in the middle of the next test
    await waitFor(
      () => bot.asked.at(before),
      () => 'the command was not asked',
    )
  })
})

describe('what is not from Slack', () => {
  const sending = { body: 'command=/stuck-case&text=', contentType: 'application/x-www-form-urlencoded' } as const

  test.each([
    ['unsigned', { unsigned: true }],
    ['stale', { ageSeconds: 301 }],
    ['signed by somebody else', { secret: 'another' }],
  ] as const)('%s: 401, and nothing is asked', async (_, forgery) => {
    const asked = bot.asked.length
    expect((await bot.slack.deliver(sending, forgery)).status).toBe(401)
    expect(bot.asked.length).toBe(asked)
  })

  test('a forged request does not spoil the genuine one, nor another address', async () => {
    const practitioner = person()
    const reply = await practitioner.command('/stuck-case', 'help')
    expect(reply.status).toBe(200)
    await practitioner.waitForEphemeral('This is how.')
    expect((await fetch(bot.address.replace('/events', '/other'), { method: 'POST' })).status).toBe(404)
    expect((await fetch(bot.address)).status).toBe(404)
  })
})

describe('words typed to the bot', () => {
  test('get the urgent lines in its direct messages', async () => {
    const practitioner = person()
    await practitioner.say('Robin has been hit again')
    const shown = textOfMessage(await practitioner.waitForMessage('I did not understand that'))
    expect(shown).toContain('999')
    expect(shown).not.toContain('Robin')
    expect(bot.logged()).not.toContain('Robin')
  })

  test('are a command where they are one, with or without its name', async () => {
    const practitioner = person()
    bot.answers(() => home('My cases', [card('What waits for you', [text('It waits.')])]))
    for (const typed of ['mine', '/stuck-case mine', 'Mine.']) {
      await practitioner.say(typed)
      await practitioner.waitForMessage('It waits.')
      expect(bot.asked.at(-1)).toMatchObject({ ask: { ask: 'open-mine' }, by: 'practitioner' })
    }
  })

  test('that ask for a form get the button that opens it', async () => {
    const practitioner = person()
    bot.answers(() => aForm)
    await practitioner.say('stuck-case')
    await practitioner.waitForMessage('None of it stays in this chat.')
    await practitioner.press('Open the form')
    await practitioner.waitForView()
    expect(bot.asked.at(-1)).toMatchObject({ ask: { ask: 'open-raise-case' } })
  })

  test('that come close to a command get it offered beside whom to call, and are said by nobody', async () => {
    const practitioner = person()
    const asked = bot.asked.length
    await practitioner.say('mien')
    const said = await practitioner.waitForMessage('Did you mean “mine”')
    expect(said.text).toMatch(/^Nobody reads this\. If a child is in danger, call 999\./)
    expect([bot.asked.length, textOfMessage(said).includes('mien'), bot.logged().includes('mien')]).toEqual([
      ...[asked, false, false],
    ])
  })

  test('get nothing when a bot typed them', async () => {
    const before = person().messages().length
    const event = { type: 'message', channel_type: 'im', channel: 'D1', user: 'UX', bot_id: 'B1', text: 'x', ts: '1' }
    await bot.slack.deliver({
      body: JSON.stringify({ type: 'event_callback', team_id: 'T0LARK', event_id: 'Ev1', event }),
      contentType: 'application/json',
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(person().messages().length).toBe(before)
  })

  test('get them for this person alone where the bot is named in a channel', async () => {
    const practitioner = person()
    await practitioner.say('hello')
    const channel = (await practitioner.waitForMessage('999')).channel
    const event = { type: 'app_mention', channel, user: 'UPRACTITIONER', text: '<@UBOT> Robin', ts: '2' }
    await bot.slack.deliver({
      body: JSON.stringify({ type: 'event_callback', team_id: 'T0LARK', event_id: 'Ev2', event }),
      contentType: 'application/json',
    })
    await waitFor(
      () => bot.slack.callsOf('chat.postEphemeral').at(-1),
      () => 'nothing was said',
    )
  })

  test('are a command also where the bot is named, and are answered in the thread in which they lie', async () => {
    const practitioner = person()
    await practitioner.say('hello')
    const channel = (await practitioner.waitForMessage('999')).channel
    bot.answers(() => home('My cases', [card('What waits for you', [text('It waits.')])]))
    const event = { type: 'app_mention', channel, user: 'UPRACTITIONER', text: '<@UBOT> mine', ts: '4', thread_ts: '3' }
    await bot.slack.deliver({
      body: JSON.stringify({ type: 'event_callback', team_id: 'T0LARK', event_id: 'Ev3', event }),
      contentType: 'application/json',
    })
    await practitioner.waitForEphemeral('It waits.')
    expect(bot.slack.callsOf('chat.postEphemeral').at(-1)?.args).toMatchObject({ thread_ts: '3' })
  })
})

test('the Home tab shows what waits, and again when Slack sends the event twice', async () => {
  bot.answers(() => home('What waits for you', [card('One thing', [text('It waits.')])]))
  const practitioner = person()
  const reply = await practitioner.openHome()
  await waitFor(
    () => JSON.stringify(practitioner.home()?.view).includes('It waits.') || undefined,
    () => 'no home',
  )
  const asked = bot.asked.length
  await bot.slack.retry(reply, 1)
  expect(bot.asked.length).toBe(asked)
  expect(JSON.stringify(practitioner.home()?.view)).toContain('It waits.')
})
