/**
 * Enterprise Grid: a press and a form name the home workspace of their person, a command the one in which it was typed, and what
 * comes from an app that was installed for the organisation may name no workspace at all.
 */
import { webApi } from '@slack/bolt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SlackUser } from '../../adapters/slack/accounts.ts'
import type { Bot } from '../../adapters/slack/bot.ts'
import { accountIn, accountOf, workspaceOfEvent } from '../../adapters/slack/hear/account-of.ts'
import { whyNot } from '../../adapters/slack/install/installing.ts'
import { recent } from '../../doors/recent.ts'
import { done } from '../../src/display/answer.ts'
import { button, card, text } from '../../src/display/card.ts'
import { form } from '../../src/display/form.ts'
import { MeetingId } from '../../src/ids.ts'
import { textOfMessage } from '../support/slack/observe.ts'
import { partnershipWith, startSlackBot, team, type SlackBot } from './slack-bot.ts'

const meeting = MeetingId.parse('0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a02')
const times = card(
  'Pick a time',
  [text('Three times.')],
  [button('Time 1', { ask: 'pick-slot', meeting, slot: 1 }), button('Record', { ask: 'open-record', meeting })],
)
const aForm = form('Record', {
  fields: { note: { field: 'words', label: 'Note', max: 100, lines: 'many', optional: true } },
  submit: { label: 'Send', ask: { ask: 'record-meeting', meeting } },
})

let bot: SlackBot
const partnership = partnershipWith([
  { platform: 'slack', workspace: team, agencies: ['larkshire-council'] as never, domains: ['demo.example'] },
])
beforeAll(async () => {
  bot = await startSlackBot({
    partnership,
    apps(slack) {
      const workspace = slack.addWorkspace({ team, app: 'own' })
      const { appId, signingSecret } = workspace.app
      return { apps: [{ name: 'council', appId, workspace: team, botToken: workspace.botToken, signingSecret }] }
    },
  })
  bot.slack.addUser({
    team,
    id: 'UWORKER',
    email: 'social.worker@demo.example',
    home: 'T0HOME',
    grid: ['T0HOME', team],
  })
  bot.slack.addUser({ team, id: 'UFOREIGN', email: 'chair@demo.example', home: 'T0ELSEWHERE', stranger: true })
  bot.slack.addUser({ team, id: 'UOTHER', email: 'chair@demo.example', home: 'T0HOME', grid: ['T0HOME'] })
})
afterAll(() => bot.stop())

test('one person in one workspace is one account, whatever they do', async () => {
  const worker = bot.slack.user(team, 'UWORKER')
  bot.answers(() => done('Yes.'))
  await worker.command('/stuck-case', 'mine')
  await worker.waitForEphemeral('Yes.')

  await bot.side.messenger.post({ platform: 'slack', workspace: team, user: 'UWORKER' }, times, 'marker')
  bot.answers(() => done('The time was picked.'))
  await worker.press('Time 1')
  await worker.waitForEphemeral('The time was picked.')
  expect(bot.asked.findLast(({ ask }) => ask.ask === 'pick-slot')?.by).toBe('social-worker')

  bot.answers((asking) => (asking.form ? done('Recorded.') : aForm))
  await worker.press('Record')
  await worker.waitForView('Note')
  await worker.submit()
  expect(bot.asked.findLast(({ ask }) => ask.ask === 'record-meeting')?.by).toBe('social-worker')

  const held = await bot.opened.db.selectFrom('accounts').select(['workspace', 'account_user']).execute()
  expect(held).toEqual([{ workspace: team, account_user: 'UWORKER' }])
  expect(bot.slack.callsOf('users.info').length).toBeLessThanOrEqual(2)
})

test.each(['UFOREIGN', 'UOTHER'])('somebody who does not belong to the workspace stays refused: %s', async (id) => {
  const asked = bot.asked.length
  const somebody = bot.slack.user(team, id)
  await bot.side.messenger.post({ platform: 'slack', workspace: team, user: id }, times, `marker-${id}`)
  await somebody.press('Time 1')
  expect(textOfMessage(await somebody.waitForEphemeral())).toContain('Unstuck is not open to this workspace.')
  expect(bot.asked.length).toBe(asked)
})

test('where Slack cannot say whose account it is, the person hears of it', async () => {
  bot.slack.addUser({ team, id: 'UNEXT', email: 'iro@demo.example', home: 'T0HOME', grid: [team] })
  const next = bot.slack.user(team, 'UNEXT')
  await bot.side.messenger.post({ platform: 'slack', workspace: team, user: 'UNEXT' }, times, 'marker-next')
  bot.slack.faults.fail('users.info', 1, { status: 503 })
  await next.press('Time 1')
  await next.waitForEphemeral('Something went wrong. Nothing was changed.')
})

describe('whose account it is, however Slack names the place', () => {
  const grid = 'E0GRID'
  const [member, home] = ['UWORKER', 'T0HOME']
  const ours = { platform: 'slack', workspace: team }

  test.each([
    ['both workspaces', { user: { id: member, team_id: home }, team: { id: team } }],
    ['no home', { user: { id: member }, team: { id: team } }],
    ['the home alone, as without a workspace', { user: { id: member, team_id: home }, team: null }],
    ['the home alone, and the workspace absent', { user: { id: member, team_id: home } }],
    ['the organisation in place of the workspace', { user: { id: member, team_id: home }, team: { id: grid } }],
    ['the organisation alone', { user: { id: member, team_id: grid }, team: { id: grid } }],
    [
      'the organisation where the app is installed',
      { user: { id: member, team_id: home }, team: null, view: { app_installed_team_id: grid, team_id: home } },
    ],
    ['nothing but the person', { user: { id: member } }],
    [
      'a person of the organisation, whose id begins with W',
      { user: { id: 'WWORKER', team_id: home }, team: { id: team } },
    ],
  ])('a press that names %s', async (_, pressed) => {
    expect(await accountOf(inWorkspace(), pressed)).toEqual({ ...ours, user: pressed.user.id })
  })

  test.each([
    ['typed in the home workspace', home],
    ['typed in the workspace of the app', team],
    ['typed where Slack names the organisation', grid],
    ['typed where Slack names nothing', ''],
  ])('a command %s', async (_, claimed) => {
    expect(await accountIn(inWorkspace(), claimed, member)).toEqual({ ...ours, user: member })
  })

  test.each([
    ['its workspace', { team_id: team }, team],
    ['the organisation, and the workspace beside it', { team_id: grid, authorizations: [{ team_id: team }] }, team],
    ['the organisation, and the workspace in the event', { team_id: grid, event: { team } }, team],
    ['the organisation alone', { team_id: grid, authorizations: [{ team_id: null }] }, ''],
    ['nothing', {}, ''],
  ])('an event that names %s', (_, said, workspace) => {
    expect(workspaceOfEvent({ event: {}, ...said })).toBe(workspace)
  })

  test.each([
    ['of another organisation', 'UFOREIGN', 'T0ELSEWHERE'],
    ['of the organisation, without this workspace', 'UOTHER', home],
    ['whom Slack does not show', 'UHIDDEN', home],
    ['whom Slack describes without workspaces', 'UBARE', home],
  ])('not of somebody %s', async (_, user, at) => {
    expect(await accountIn(inWorkspace(), team, user, at)).toEqual({ platform: 'slack', workspace: at, user })
    expect(await accountIn(inWorkspace(), at, user)).toEqual({ platform: 'slack', workspace: at, user })
  })

  test('an app for any workspace believes where a command was typed', async () => {
    expect(await accountIn({ ...inWorkspace(), workspace: undefined as never }, home, member)).toEqual({
      platform: 'slack',
      workspace: home,
      user: member,
    })
  })

  /** As users.info describes them. */
  const known: Readonly<Record<string, SlackUser>> = {
    UWORKER: { id: 'UWORKER', team_id: home, enterprise_user: { teams: [home, team] } },
    WWORKER: { id: 'WWORKER', team_id: home, enterprise_user: { teams: [home, team] } },
    UFOREIGN: { id: 'UFOREIGN', team_id: 'T0ELSEWHERE', is_stranger: true },
    UOTHER: { id: 'UOTHER', team_id: home, enterprise_user: { teams: [home] } },
    UBARE: { id: 'UBARE', team_id: home, enterprise_user: {} },
  }
  const userInfo = (id: string) => {
    const user = known[id]
    return user
      ? Promise.resolve({ ok: true, user })
      : Promise.reject(new webApi.WebAPIPlatformError({ ok: false, error: 'user_not_found' }))
  }
  const inWorkspace = () =>
    ({ workspace: team, api: { userInfo }, members: recent({ forMs: 1_000, atMost: 10 }) }) as unknown as Bot
})

describe('what may be installed', () => {
  const user = { id: 'UADMIN', token: undefined, scopes: undefined }
  test.each([
    ['in its workspace', { isEnterpriseInstall: false, team: { id: team } }, undefined],
    [
      'in its workspace of an organisation',
      { isEnterpriseInstall: false, team: { id: team }, enterprise: { id: 'E0GRID' } },
      undefined,
    ],
    [
      'for a whole organisation',
      { isEnterpriseInstall: true, team: undefined, enterprise: { id: 'E0GRID' } },
      'one workspace at a time',
    ],
    [
      'for a whole organisation that names a workspace',
      { isEnterpriseInstall: true, team: { id: team } as never, enterprise: { id: 'E0GRID' } },
      'one workspace at a time',
    ],
    ['in another workspace', { isEnterpriseInstall: false, team: { id: 'T0ELSEWHERE' } }, 'not open to this workspace'],
    ['nowhere', { isEnterpriseInstall: false, team: undefined as never }, 'not open to this workspace'],
  ])('%s', (_, installation, says) => {
    const why = whyNot(partnership, { user, enterprise: undefined, ...installation })
    expect(why ?? 'yes').toContain(says ?? 'yes')
  })
})
