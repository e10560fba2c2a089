import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { card, text } from '../../src/display/card.ts'
import { PersonId } from '../../src/ids.ts'
import { TooFastError, UndeliverableError } from '../../src/ports/messenger-errors.ts'
import type { Actor } from '../support/teams/actor.ts'
import { accountOf, startTeamsBot, tenants, type TeamsBot } from './teams-bot.ts'

let bot: TeamsBot
let lead: Actor
const marker = (at: number) => `0b9f5c1e-3f0e-4d2b-9a55-0000000000${at}`
const overdue = card('Case K7Q2: an action is overdue', [text('You agreed this.')])
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: unknown) => error,
  )

beforeAll(async () => {
  bot = await startTeamsBot()
  lead = bot.somebody('health.lead')
})
afterAll(() => bot.stop())
afterEach(() => bot.teams.faults.heal())

describe('posting', () => {
  test('begins with a token, which is asked for again where the login was away', async () => {
    bot.teams.faults.fail('login', 2, { status: 503 })
    await lead.installs()
    expect(lead.messages()).toEqual([])
    expect(bot.logged()).toContain('no token was given: http_503')
    await lead.installs()
    expect(lead.messages().length).toBe(1)
  })

  test('reaches one person in their own chat, before they have ever written', async () => {
    const receipt = await bot.side.messenger.post(accountOf(lead), overdue, marker(10))
    const message = lead.messages().at(-1)
    expect(receipt).toEqual({ way: 'teams', conversation: lead.chat.id, message: message?.id })
    expect(message && lead.textOfMessage(message)).toContain('You agreed this.')
    expect(message?.summary).toBe(overdue.title)
    expect(bot.side.status()).toEqual({ last: 'ok' })
  })

  test('serves nobody who has not installed the app, and looks nobody up', async () => {
    const other = bot.somebody('iro')
    expect(await bot.side.messenger.serves(accountOf(other))).toBe(false)
    expect(await bot.side.messenger.accountOf(PersonId.parse('iro'))).toBeUndefined()
  })

  test.each([412, 429] as const)('at %i waits, unequally long, and knows that nothing was posted', async (status) => {
    bot.teams.faults.fail('send', 1, status === 429 ? { status, retryAfterSeconds: 7 } : { status })
    const before = bot.teams.calls.length
    const failed = await failure(bot.side.messenger.post(accountOf(lead), overdue, marker(11)))
    expect(failed).toBeInstanceOf(TooFastError)
    expect(failed).toMatchObject({ perhapsPosted: false })
    if (status === 429) expect((failed as TooFastError).retryAfterMs).toBeGreaterThanOrEqual(7_000)
    expect(bot.teams.calls.length - before).toBeLessThanOrEqual(1)
  })

  test.each([502, 504] as const)('at %i waits, and does not know whether it was posted', async (status) => {
    bot.teams.faults.fail('send', 1, { status })
    const failed = await failure(bot.side.messenger.post(accountOf(lead), overdue, marker(12)))
    expect(failed).toBeInstanceOf(TooFastError)
    expect(failed).toMatchObject({ perhapsPosted: true })
  })

  test.each([{ status: 500 }, 'reset', 'commit-then-reset'] as const)(
    'leaves %j to be tried again, once for each call, and quotes nothing of the message',
    async (fault) => {
      bot.teams.faults.fail('send', 1, fault)
      const failed = await failure(bot.side.messenger.post(accountOf(lead), overdue, marker(13)))
      expect(failed).toBeInstanceOf(Error)
      expect(failed).not.toBeInstanceOf(UndeliverableError)
      expect(JSON.stringify(failed, Object.getOwnPropertyNames(failed))).not.toContain('agreed')
      expect(await bot.side.messenger.find(accountOf(lead), marker(13), new Date())).toBe('unsure')
    },
  )

  test('gives up for good on a card that does not fit', async () => {
    const long = card('Long', [text('x'.repeat(60_000))])
    expect(await failure(bot.side.messenger.post(accountOf(lead), long, marker(14)))).toMatchObject({
      name: 'UndeliverableError',
      code: 'does-not-fit',
    })
  })
})

describe('somebody who took the app out without our hearing of it', () => {
  test('is forgotten at the second refusal some minutes later, and known again once they write', async () => {
    const person = bot.somebody('police.lead', { tenant: tenants.police })
    await person.installs()
    person.chat.bot = 'blocked'
    const post = () => failure(bot.side.messenger.post(accountOf(person), overdue, marker(15)))

    expect(await post()).toMatchObject({ name: 'TooFastError', thisPersonAlone: true, perhapsPosted: false })
    expect(await post()).toMatchObject({ name: 'TooFastError', elsewhere: 'http_403_MessageWritesBlocked' })
    expect(await bot.doors.accounts.holdingOf(accountOf(person))).toMatchObject({ unreachable: false })

    bot.passes(2 * 60_000)
    expect(await post()).toMatchObject({ name: 'UndeliverableError', accountClosed: true })
    expect(await bot.doors.accounts.holdingOf(accountOf(person))).toMatchObject({ unreachable: true })
    expect(await bot.side.messenger.serves(accountOf(person))).toBe(false)

    person.chat.bot = 'installed'
    await person.says('mine')
    expect(await bot.doors.accounts.holdingOf(accountOf(person))).toMatchObject({ unreachable: false })
    expect(await bot.side.messenger.serves(accountOf(person))).toBe(true)
  })

  test.each([
    [404, 'ConversationNotFound'],
    [403, 'BotNotInConversationRoster'],
  ] as const)('is not forgotten for a single %i', async (status, code) => {
    const person = bot.somebody(`iro-${status}`, { email: 'iro@demo.example' })
    await person.installs()
    const post = () => failure(bot.side.messenger.post(accountOf(person), overdue, marker(16)))
    bot.teams.faults.fail('send', 1, { status, code })
    expect(await post()).toBeInstanceOf(TooFastError)
    bot.passes(2 * 60_000)
    expect(await post()).toBe('no error')
    bot.passes(2 * 60_000)
    bot.teams.faults.fail('send', 1, { status, code })
    expect(await post()).toBeInstanceOf(TooFastError)
    expect(await bot.side.messenger.serves(accountOf(person))).toBe(true)
  })

  test('is not meant where the registration is at fault', async () => {
    bot.teams.faults.fail('send', 1, { status: 401, code: 'Unauthorized' })
    const failed = await failure(bot.side.messenger.post(accountOf(lead), overdue, marker(17)))
    expect(failed).toMatchObject({ name: 'InstallationError' })
    expect(await bot.side.messenger.serves(accountOf(lead))).toBe(true)
  })
})
