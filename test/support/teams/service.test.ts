import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from './actor.ts'
import { form, logIn, offer, startEchoBot } from './echo-bot.ts'
import type { Reply } from './send.ts'
import { startTeams, type Teams } from './service.ts'
import type { Conversation, Tenant } from './state.ts'
import type { Forgery } from './tokens.ts'

let teams: Teams
let tenant: Tenant
let bot: Awaited<ReturnType<typeof startEchoBot>>
/** Somebody else for each part, since only so much may be sent to one person. */
let person: Actor
let token: string
let greeting: Reply

beforeAll(async () => {
  teams = await startTeams()
  tenant = teams.addTenant()
  bot = await startEchoBot(teams)
  greeting = await itIsTheTurnOf('Ada Vale')
  token = String(await logIn(teams))
})

afterAll(async () => {
  await bot.stop()
  await teams.stop()
})

afterEach(() => teams.faults.heal())

const personOf = (name: string): Actor => {
  const user = teams.addUser({
    tenant: tenant.id,
    name,
    email: `${name.split(' ', 1).join().toLowerCase()}@demo.example`,
  })
  return teams.user(tenant.id, user.aadObjectId)
}

async function itIsTheTurnOf(name: string): Promise<Reply> {
  person = personOf(name)
  return person.installs()
}

const referenceOf = ({ chat }: Actor) => {
  const heard = bot.heard.findLast(({ conversation }) => conversation.id === chat.id)
  if (!heard) throw new Error('nothing heard from there')
  const { serviceUrl, channelId, recipient, conversation } = heard
  return { serviceUrl, channelId, bot: recipient, conversation }
}

const call = (method: string, path: string, body?: unknown, bearer = token) =>
  fetch(`${originOf()}/emea/v3/conversations${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
const originOf = () => new URL(teams.loginUrl).origin
const activities = ({ id }: Conversation) => `/${encodeURIComponent(id)}/activities`
const text = (words: string) => ({ type: 'message', text: words })
const codeOf = async (response: Response) =>
  `${response.status} ${((await response.json()) as { error?: { code?: string } }).error?.code ?? ''}`

/** What the service found wrong since the last look. */
let seen = 0
const newViolations = () => {
  const found = teams.violations.slice(seen)
  seen = teams.violations.length
  return found
}

describe('tokens', () => {
  test('a bot that shows its secret gets one, and no other', async () => {
    expect(await logIn(teams, { client_secret: 'guessed' })).toBe('invalid_client')
    expect(await logIn(teams, { client_id: 'another' })).toBe('unauthorized_client')
    expect(await codeOf(await call('POST', activities(person.chat), text('Hello'), 'made-up'))).toBe('401 Unauthorized')
  })

  test.each<[string, Forgery]>([
    ['none', { noToken: true }],
    ["another's key", { otherKey: true }],
    ['an expired one', { expired: true }],
    ["another bot's", { audience: '00000000-0000-0000-0000-000000000000' }],
    ["another issuer's", { issuer: 'https://elsewhere.example' }],
    ['one for another address', { serviceUrl: 'https://elsewhere.example/' }],
  ])('the SDK refuses %s', async (_, forgery) => {
    const before = bot.heard.length
    expect((await teams.deliver(greeting.sent, forgery)).status).toBeGreaterThanOrEqual(400)
    expect(bot.heard).toHaveLength(before)
  })
})

describe('a chat', () => {
  test('carries words there and back', async () => {
    await person.says('Is anybody there?')
    await person.waitForMessage('You said Is anybody there?')
    expect(bot.heard.at(-1)).toMatchObject({
      channelId: 'msteams',
      from: { aadObjectId: person.user.aadObjectId, name: 'Ada Vale' },
      conversation: { conversationType: 'personal', tenantId: tenant.id },
      channelData: { tenant: { id: tenant.id } },
      recipient: { id: `28:${teams.appId}` },
    })
  })

  test('tells the bot where it was put in and taken out', () => {
    const kinds = bot.heard.filter(({ conversation }) => conversation.id === person.chat.id).map(({ type }) => type)
    expect(kinds.slice(0, 2)).toEqual(['installationUpdate', 'conversationUpdate'])
  })

  test('of a channel names the bot that is spoken to', async () => {
    const channel = teams.addChannel(tenant.id, 'Children in care', [person.user])
    await person.installs(channel)
    await person.says('stuck-case', channel)
    await person.waitForMessage('A case', channel)
    expect(bot.heard.at(-1)).toMatchObject({ conversation: { conversationType: 'channel', isGroup: true } })
  })

  test('keeps what is posted later, changed and deleted', async () => {
    const to = referenceOf(person)
    let id = ''
    await bot.later(to, async (context) => {
      id = (await context.sendActivity('First'))?.id ?? ''
      await context.updateActivity({ ...text('Second'), id, conversation: to.conversation })
    })
    expect(person.messages().at(-1)).toMatchObject({ id, text: 'Second', edited: true })
    await bot.later(to, (context) => context.deleteActivity(id))
    expect(person.messages().at(-1)?.id).not.toBe(id)
  })

  test('of two is made for people who have the app alone', async () => {
    const ben = personOf('Ben Low')
    const asked = { bot: { id: `28:${teams.appId}` }, members: [{ id: ben.user.id }], tenantId: tenant.id }
    expect(await codeOf(await call('POST', '', asked))).toBe('403 BotNotInConversationRoster')
    await ben.installs()
    expect(await (await call('POST', '', asked)).json()).toEqual({ id: ben.chat.id })
    await ben.uninstalls()
    expect(await codeOf(await call('POST', activities(ben.chat), text('Hello')))).toBe('403 MessageWritesBlocked')
  })

  test('knows who is in it', async () => {
    const path = `/${encodeURIComponent(person.chat.id)}/members/${person.user.aadObjectId}`
    expect(await (await call('GET', path)).json()).toMatchObject({
      objectId: person.user.aadObjectId,
      email: 'ada@demo.example',
      userRole: 'user',
      tenantId: tenant.id,
    })
    expect(await codeOf(await call('GET', path.replace(/.$/, '_')))).toBe('404 MemberNotFoundInConversation')
  })

  test('moves with its tenant to another address', async () => {
    teams.moveTenant(tenant.id, 'uk')
    expect(await codeOf(await call('POST', activities(person.chat), text('Hello')))).toBe('404 ConversationNotFound')
    expect((await person.says('Still there?')).sent.serviceUrl).toBe(`${originOf()}/uk/`)
    await person.waitForMessage('You said Still there?')
    teams.moveTenant(tenant.id, 'emea')
    expect(newViolations()).toEqual([])
  })
})

describe('what Teams refuses', () => {
  beforeAll(() => itIsTheTurnOf('Eve Hart'))

  test.each([
    ['too large', text('x'.repeat(60_000)), '413 MessageSizeTooBig'],
    ['empty', { type: 'message' }, '400 BadSyntax'],
    ['a card too new', { type: 'message', attachments: [cardOf({ ...offer, version: '1.6' })] }, '400 BadSyntax'],
    ['an id twice', { type: 'message', attachments: [cardOf(twice())] }, '400 BadSyntax'],
  ])('%s', async (_, activity, refused) => {
    expect(await codeOf(await call('POST', activities(person.chat), activity))).toBe(refused)
    expect(newViolations()).not.toEqual([])
  })

  test('a conversation that nobody has, and a message that is not there', async () => {
    expect(await codeOf(await call('POST', '/a%3Anowhere/activities', text('Hello')))).toBe('404 ConversationNotFound')
    expect(await codeOf(await call('PUT', `${activities(person.chat)}/1`, text('Hello')))).toBe(
      '404 ActivityNotFoundInConversation',
    )
  })

  test('the eighth message within a second', async () => {
    const cora = personOf('Cora Ide')
    await cora.installs()
    const posts = await Promise.all(Array.from({ length: 8 }, () => call('POST', activities(cora.chat), text('Hello'))))
    expect(posts.map(({ status }) => status).sort()).toEqual([...Array<number>(7).fill(201), 429])
    expect(newViolations()).toEqual(['more than 7 sends in 1 s in one conversation'])
  })

  test('what it is told to', async () => {
    teams.faults.fail('send', 1, { status: 429, retryAfterSeconds: 3 })
    const refused = await call('POST', activities(person.chat), text('Hello'))
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3'])
    const before = person.messages().length
    teams.faults.fail('send', 1, 'commit-then-reset')
    await expect(call('POST', activities(person.chat), text('Hello'))).rejects.toThrow()
    expect(person.messages()).toHaveLength(before + 1)
  })
})

describe('cards and dialogs', () => {
  beforeAll(() => itIsTheTurnOf('Fay Moss'))

  test('a button opens a dialog, which is filled in by its questions', async () => {
    await person.mentions('stuck-case')
    const message = await person.waitForMessage('A case')
    expect(await person.pressOn(message, 'Open')).toMatchObject({ result: 'dialog' })
    expect(person.textOfDialog()).toContain('Nobody watches this form.')
    expect(await person.submit({ 'What is stuck?': 'wrong', 'Which kind?': ['Health', 'Education'] })).toMatchObject({
      result: 'dialog',
    })
    expect(bot.heard.at(-1)?.value).toMatchObject({
      data: { kind: 'health,education', words: 'wrong', day: '2026-09-14' },
    })
    expect(person.textOfDialog()).toContain('Say more.')
    expect(await person.submit({ 'What is stuck?': 'All of it' })).toMatchObject({
      result: 'message',
      says: 'Thank you.',
    })
    expect(person.currentDialog()).toBeUndefined()
  })

  test('a dialog may close without a word, and holds back what is too long', async () => {
    await person.press('Open')
    expect(await person.submit({ 'What is stuck?': 'x'.repeat(21) })).toMatchObject({ result: 'held-back' })
    expect(await person.submit({ 'What is stuck?': 'nothing' })).toMatchObject({ result: 'closed' })
  })

  test('a press that does something draws the card again for the person who pressed', async () => {
    const message = await person.press('Done').then(() => person.messages().findLast(({ card }) => card !== undefined))
    expect(message && person.textOfMessage(message)).toMatch(/^Done/)
    expect(message?.card).toEqual(offer)
    expect(bot.heard.at(-1)?.value).toMatchObject({ action: { verb: 'done', data: { about: 'a case' } } })
  })

  test('a command of the message extension opens one at once', async () => {
    await person.extension('stuck-case')
    expect(person.currentDialog()?.card).toEqual(form('Nobody watches this form.'))
    await person.submit({ 'What is stuck?': 'All of it' })
    expect(bot.heard.at(-1)).toMatchObject({
      name: 'composeExtension/submitAction',
      value: { commandId: 'stuck-case' },
    })
    expect(newViolations()).toEqual([])
  })
})

function cardOf(content: unknown) {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content }
}

function twice() {
  const { body, ...rest } = form('Hello')
  return { ...rest, body: [...(body as unknown[]), { type: 'Input.Text', id: 'words' }] }
}
