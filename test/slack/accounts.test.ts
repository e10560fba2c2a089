import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { webApi } from '@slack/bolt'
import { evidenceFrom, evidenceOf, userWith, type SlackUser } from '../../adapters/slack/accounts.ts'
import type { SlackApi } from '../../adapters/slack/send/platform-api.ts'
import { done } from '../../src/display/answer.ts'
import { card } from '../../src/display/card.ts'
import { TooFastError } from '../../src/ports/messenger-errors.ts'
import { linked } from '../support/accounts.ts'
import { person } from '../support/outbox.ts'
import { startSlackBot, team, type SlackBot } from './slack-bot.ts'

describe('what Slack vouches for', () => {
  const member: SlackUser = {
    id: 'U1',
    team_id: team,
    is_email_confirmed: true,
    profile: { email: 'Social.Worker@demo.example' },
  }
  const address = 'Social.Worker@demo.example'

  it('is a full member with a confirmed address', () => {
    expect(evidenceOf(member, team)).toEqual({ fullMember: true, address })
    const ofTheOrganisation = { ...member, team_id: 'T0OTHER', enterprise_user: { teams: [team] } }
    expect(evidenceOf(ofTheOrganisation, team)).toEqual({ fullMember: true, address })
  })

  it.each<[string, SlackUser]>([
    ['a guest', { ...member, is_restricted: true }],
    ['a guest of one channel', { ...member, is_restricted: false, is_ultra_restricted: true }],
    ['a stranger', { ...member, is_stranger: true }],
    ['of another workspace', { ...member, team_id: 'T0OTHER' }],
    ['a bot', { ...member, is_bot: true }],
    ['deleted', { ...member, deleted: true }],
  ])('is no full member: %s', (_, user) => {
    expect(evidenceOf(user, team)).toMatchObject({ fullMember: false })
  })

  it.each<[string, SlackUser]>([
    ['unconfirmed', { ...member, is_email_confirmed: false }],
    ['hidden', { ...member, profile: {} }],
  ])('is no address: %s', (_, user) => {
    expect(evidenceOf(user, team)).toEqual({ fullMember: true })
  })
})

describe('somebody whom Slack does not show us', () => {
  const refusing = (error: string) => {
    const fail = () => Promise.reject(new webApi.WebAPIPlatformError({ ok: false, error }))
    return { userInfo: fail, userWith: fail } as unknown as SlackApi
  }
  const account = { platform: 'slack', workspace: 'T1', user: 'U1' } as const

  it.each(['user_not_found', 'user_not_visible'])('is nobody: %s', async (error) => {
    expect(await evidenceFrom(refusing(error), account)).toBeUndefined()
    expect(await userWith(refusing(error), 'amy@demo.example')).toBeUndefined()
  })

  it('is nobody where no address is theirs, and may be there where Slack says anything else', async () => {
    expect(await userWith(refusing('users_not_found'), 'amy@demo.example')).toBeUndefined()
    await expect(userWith(refusing('fatal_error'), 'amy@demo.example')).rejects.toThrow('fatal_error')
    await expect(evidenceFrom(refusing('users_not_found'), account)).rejects.toThrow('users_not_found')
  })
})

describe('a link', () => {
  let bot: SlackBot
  beforeAll(async () => {
    bot = await startSlackBot()
    bot.answers(() => done('Yes.'))
  })
  afterAll(() => bot.stop())

  test('is made once and kept', async () => {
    const practitioner = bot.practitioner()
    for (const word of ['mine', 'help']) {
      await practitioner.command('/stuck-case', word)
      await practitioner.waitForEphemeral('Yes.')
    }
    expect(bot.slack.callsOf('users.info')).toHaveLength(1)
    const account = { platform: 'slack', workspace: team, user: 'UPRACTITIONER' } as const
    expect(await bot.doors.accounts.holdingOf(account)).toMatchObject({ person: 'practitioner', linkedBy: 'address' })
  })

  test('to somebody who has left the partnership is worth nothing', async () => {
    bot.slack.addUser({ team, id: 'ULEFT', email: 'left@demo.example' })
    await linked(bot.opened.db, { platform: 'slack', workspace: team, user: 'ULEFT' }, 'who-has-left')
    const asked = bot.asked.length
    const left = bot.slack.user(team, 'ULEFT')
    await left.command('/stuck-case', 'mine')
    await left.waitForEphemeral('I do not know you yet.')
    expect(bot.asked.length).toBe(asked)
  })

  test('is asked for by a code, in a command or a direct message', async () => {
    bot.slack.addUser({ team, id: 'UNEW', email: 'somebody@elsewhere.example' })
    const somebody = bot.slack.user(team, 'UNEW')
    await somebody.command('/stuck-case', 'link ABCD-EFGH')
    const refusal = await somebody.waitForEphemeral('code')
    await somebody.say('link abcd efgh')
    expect((await somebody.waitForMessage('code')).text).toBe(refusal.text)
  })
})

describe('an account that is looked up', () => {
  let bot: SlackBot
  beforeAll(async () => {
    bot = await startSlackBot()
    bot.slack.addUser({ team, id: 'UCHAIR', email: 'Chair@demo.example' })
    bot.slack.addUser({ team, id: 'UIRO', email: 'iro@demo.example', restricted: true })
  })
  afterAll(() => bot.stop())
  const lookUps = () => bot.slack.callsOf('users.lookupByEmail').length

  test('is linked, and written to though its person never said a word', async () => {
    const account = { platform: 'slack', workspace: team, user: 'UCHAIR' } as const
    expect(await bot.side.messenger.accountOf(person('chair'))).toEqual(account)
    expect(await bot.doors.accounts.reachableOf(person('chair'))).toMatchObject([account])
    await bot.side.messenger.post(account, card('You are asked to chair', []), 'marker')
    expect(bot.slack.user(team, 'UCHAIR').messages()).toMatchObject([{ text: 'You are asked to chair' }])
  })

  test.each(['iro', 'social-worker', 'nobody-we-know'])('is nobody by the same rule as ever: %s', async (name) => {
    expect(await bot.side.messenger.accountOf(person(name))).toBeUndefined()
    expect(await bot.doors.accounts.reachableOf(person(name))).toEqual([])
  })

  test('is not asked for again at once when there is none', async () => {
    const before = lookUps()
    await bot.side.messenger.accountOf(person('team-manager'))
    await bot.side.messenger.accountOf(person('team-manager'))
    expect(lookUps()).toBe(before + 1)
  })

  test('waits while Slack cannot say', async () => {
    bot.slack.faults.fail('users.lookupByEmail', 1, { status: 429, retryAfterSeconds: 3 })
    await expect(bot.side.messenger.accountOf(person('practitioner'))).rejects.toBeInstanceOf(TooFastError)
    expect(await bot.side.messenger.accountOf(person('practitioner'))).toMatchObject({ user: 'UPRACTITIONER' })
  })

  test('is not nobody where the answer names nobody', async () => {
    bot.slack.addUser({ team, id: 'UMANAGER', email: 'police.lead@demo.example' })
    bot.slack.faults.fail('users.lookupByEmail', 1, { answer: { ok: true } })
    await expect(bot.side.messenger.accountOf(person('police-lead'))).rejects.toThrow('named nobody')
    expect(await bot.side.messenger.accountOf(person('police-lead'))).toMatchObject({ user: 'UMANAGER' })
  })

  test('stays with the person whom it was linked to', async () => {
    bot.slack.addUser({ team, id: 'UHEALTH', email: 'health.lead@demo.example' })
    await linked(bot.opened.db, { platform: 'slack', workspace: team, user: 'UHEALTH' }, 'police-lead')
    expect(await bot.side.messenger.accountOf(person('health-lead'))).toBeUndefined()
  })
})
