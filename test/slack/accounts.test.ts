import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { isAdmitted, personBehind, type SlackUser } from '../../adapters/slack/accounts.ts'
import { done } from '../../src/display/answer.ts'
import { card } from '../../src/display/card.ts'
import { TooFastError } from '../../src/ports/messenger-errors.ts'
import { person } from '../support/outbox.ts'
import { demonstration, startSlackBot, team, type SlackBot } from './slack-bot.ts'

describe('whose account it is', () => {
  const workspaces = [{ platform: 'slack' as const, workspace: team, domains: ['demo.example'] }]
  const { demonstration: shown, ...invented } = demonstration()
  const partnership = { ...invented, workspaces }
  const member: SlackUser = {
    id: 'U1',
    team_id: team,
    is_email_confirmed: true,
    profile: { email: 'Social.Worker@demo.example' },
  }

  it('is known by its address, whatever its capitals', () => {
    expect(personBehind(member, team, partnership)).toBe('social-worker')
    expect(personBehind({ ...member, team_id: 'T0OTHER', enterprise_user: { teams: [team] } }, team, partnership)).toBe(
      'social-worker',
    )
  })

  it.each<[string, SlackUser | undefined]>([
    ['nobody whom Slack shows', undefined],
    ['without an address', { ...member, profile: {} }],
    ['of another address', { ...member, profile: { email: 'nobody@demo.example' } }],
    ['of another domain', { ...member, profile: { email: 'social.worker@demo.example.evil.example' } }],
    ['with two domains', { ...member, profile: { email: 'social.worker@demo.example@evil.example' } }],
    ['a guest', { ...member, is_restricted: true }],
    ['a guest of one channel', { ...member, is_restricted: false, is_ultra_restricted: true }],
    ['a stranger', { ...member, is_stranger: true }],
    ['of another workspace', { ...member, team_id: 'T0OTHER' }],
    ['a bot', { ...member, is_bot: true }],
    ['deleted', { ...member, deleted: true }],
    ['unconfirmed', { ...member, is_email_confirmed: false }],
  ])('is nobody: %s', (_, user) => {
    expect(personBehind(user, team, partnership)).toBeUndefined()
  })

  it('is nobody in a workspace that was not admitted', () => {
    expect(personBehind({ ...member, team_id: 'T0OTHER' }, 'T0OTHER', partnership)).toBeUndefined()
    expect(isAdmitted(partnership, team)).toBe(true)
    expect(isAdmitted(partnership, 'T0OTHER')).toBe(false)
  })

  it('admits any workspace in the demonstration alone', () => {
    const any = [{ platform: 'slack' as const, workspace: 'any', domains: ['demo.example'] }]
    expect(shown).toBe(true)
    expect(isAdmitted({ ...partnership, demonstration: true, workspaces: any }, 'T0OTHER')).toBe(true)
    expect(isAdmitted({ ...partnership, workspaces: any }, 'T0OTHER')).toBe(false)
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
    const person = bot.practitioner()
    for (const word of ['mine', 'help']) {
      await person.command('/stuck-case', word)
      await person.waitForEphemeral('Yes.')
    }
    expect(bot.slack.callsOf('users.info')).toHaveLength(1)
    const account = { platform: 'slack', workspace: team, user: 'UPRACTITIONER' } as const
    expect(await bot.accounts.personOf(account)).toBe('practitioner')
  })

  test('to somebody who has left the partnership is worth nothing', async () => {
    const account = { platform: 'slack', workspace: team, user: 'ULEFT' } as const
    bot.slack.addUser({ team, id: 'ULEFT', email: 'left@demo.example' })
    await bot.accounts.link(account, 'who-has-left' as never)
    const asked = bot.asked.length
    const left = bot.slack.user(team, 'ULEFT')
    await left.command('/stuck-case', 'mine')
    await left.waitForEphemeral('I do not know you yet.')
    expect(bot.asked.length).toBe(asked)
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
    expect(await bot.accounts.accountFor(person('chair'))).toEqual(account)
    await bot.side.messenger.post(account, card('You are asked to chair', []), 'marker')
    expect(bot.slack.user(team, 'UCHAIR').messages()).toMatchObject([{ text: 'You are asked to chair' }])
  })

  test.each(['iro', 'social-worker', 'nobody-we-know'])('is nobody by the same rule as ever: %s', async (name) => {
    expect(await bot.side.messenger.accountOf(person(name))).toBeUndefined()
    expect(await bot.accounts.accountFor(person(name))).toBeUndefined()
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

  test('stays with the person whom it was linked to', async () => {
    bot.slack.addUser({ team, id: 'UHEALTH', email: 'health.lead@demo.example' })
    await bot.accounts.link({ platform: 'slack', workspace: team, user: 'UHEALTH' }, person('police-lead'))
    expect(await bot.side.messenger.accountOf(person('health-lead'))).toBeUndefined()
  })
})
