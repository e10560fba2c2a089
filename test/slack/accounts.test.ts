import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { isAdmitted, personBehind, type SlackUser } from '../../adapters/slack/accounts.ts'
import { done } from '../../src/display/answer.ts'
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
