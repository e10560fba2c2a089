import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done } from '../../src/display/answer.ts'
import { button, card } from '../../src/display/card.ts'
import type { Account } from '../../src/ports/accounts.ts'
import { person } from '../support/outbox.ts'
import type { Slack } from '../support/slack/service.ts'
import type { Workspace } from '../support/slack/state.ts'
import { demonstration, partnershipWith, startSlackBot, type SlackBot } from './slack-bot.ts'

/** One workspace for each agency, whose administrator makes its app. */
const houses = [
  { name: 'council', team: 'T0COUNCIL', agency: 'larkshire-council', who: 'chair' },
  { name: 'health', team: 'T0HEALTH', agency: 'larkshire-nhs-trust', who: 'health-lead' },
  { name: 'police', team: 'T0POLICE', agency: 'larkshire-police', who: 'police-lead' },
] as const

const invented = demonstration()
const partnership = partnershipWith(
  houses.map(({ team, agency }) => ({
    platform: 'slack',
    workspace: team,
    agencies: invented.agencies.filter(({ id }) => id === agency).map(({ id }) => id),
    domains: ['demo.example'],
  })),
)
const emailOf = (id: string) => invented.people.find((one) => one.id === id)?.email ?? ''
const userOf = (who: string) => `U${who.toUpperCase()}`

let bot: SlackBot
const workspaces = new Map<string, Workspace>()
const workspaceOf = (team: string): Workspace => workspaces.get(team) as Workspace
const actor = (team: string, who: string) => bot.slack.user(team, userOf(who))
const account = (team: string, who: string): Account => ({ platform: 'slack', workspace: team, user: userOf(who) })

function apps(slack: Slack) {
  return {
    apps: houses.map(({ name, team, who }) => {
      const workspace = slack.addWorkspace({ team, app: 'own' })
      workspaces.set(team, workspace)
      slack.addUser({ team, id: userOf(who), email: emailOf(who) })
      const { appId, signingSecret } = workspace.app
      return { name, appId, workspace: team, botToken: workspace.botToken, signingSecret }
    }),
  }
}

beforeAll(async () => {
  bot = await startSlackBot({ partnership, apps })
  bot.answers(() => done('Yes.'))
})
afterAll(() => bot.stop())

describe('three workspaces through one door', () => {
  test.each(houses)('the $name app answers its own people by its own token', async ({ team, who }) => {
    const someone = actor(team, who)
    expect((await someone.command('/stuck-case', 'mine')).status).toBe(200)
    await someone.waitForEphemeral('Yes.')
    expect(bot.asked.at(-1)?.by).toBe(who)
    expect(bot.slack.callsOf('users.info').at(-1)?.team).toBe(team)
    bot.answers(() => card('Help', [], [button('Mine', { ask: 'open-mine' })]))
    await someone.command('/stuck-case', 'help')
    await someone.waitForEphemeral('Help')
    bot.answers(() => done('Yes.'))
    await someone.press('Mine')
    await someone.waitForEphemeral('Yes.')
    await someone.say('hello')
    await someone.waitForMessage('Nobody reads this')
  })

  test.each(houses)('a message to $who goes to the $name workspace', async ({ team, who }) => {
    const receipt = await bot.side.messenger.post(account(team, who), card(`For ${who}`, []), `m-${who}`)
    expect(actor(team, who).messages().at(-1)).toMatchObject({ ts: receipt.message, text: `For ${who}` })
    expect(await bot.side.messenger.find(account(team, who), `m-${who}`, new Date(0))).toEqual(receipt)
    expect(await bot.side.messenger.serves(account(team, who))).toBe(true)
  })

  test('each is named with how Slack last answered it', () => {
    expect(bot.side.status()).toEqual({ council: { last: 'ok' }, health: { last: 'ok' }, police: { last: 'ok' } })
  })

  test('an address is confirmed for Slack, whether it names the app or not', async () => {
    const { appId, signingSecret } = workspaceOf('T0POLICE').app
    for (const named of [{ api_app_id: appId }, {}]) {
      const body = JSON.stringify({ type: 'url_verification', challenge: 'c-1', ...named })
      const sending = { body, contentType: 'application/json' as const }
      const reply = await bot.slack.deliver(sending, { secret: signingSecret })
      expect(reply).toMatchObject({ status: 200, text: JSON.stringify({ challenge: 'c-1' }) })
      expect((await bot.slack.deliver(sending)).status).toBe(401)
    }
  })

  test('only where the address of somebody would count are they looked for', async () => {
    const before = bot.slack.callsOf('users.lookupByEmail').length
    bot.slack.addUser({ team: 'T0HEALTH', id: 'UFALSE', email: emailOf('iro') })
    expect(await bot.side.messenger.accountOf(person('iro'))).toBeUndefined()
    const asked = bot.slack.callsOf('users.lookupByEmail').slice(before)
    expect(asked.map(({ team }) => team)).toEqual(['T0COUNCIL'])
  })

  test('a workspace that is unknown is not served', async () => {
    expect(await bot.side.messenger.serves(account('T0ELSEWHERE', 'chair'))).toBe(false)
  })
})

describe('who signs for one workspace', () => {
  const commandBody = (fields: Record<string, string>) =>
    new URLSearchParams({
      command: '/stuck-case',
      text: 'mine',
      user_id: userOf('chair'),
      team_id: 'T0COUNCIL',
      trigger_id: `forged.${Math.random()}`,
      response_url: 'http://127.0.0.1:9/none',
      ...fields,
    }).toString()
  const send = (fields: Record<string, string>, secret: string) =>
    bot.slack.deliver({ body: commandBody(fields), contentType: 'application/x-www-form-urlencoded' }, { secret })

  test.each([
    ['with a secret that is nobody’s', 'T0COUNCIL', () => 'a-wrong-secret'],
    ['with the secret of another app', 'T0COUNCIL', () => workspaceOf('T0POLICE').app.signingSecret],
    ['for an app that is not ours', 'T0UNKNOWN', () => workspaceOf('T0POLICE').app.signingSecret],
  ])('is nobody %s', async (_case, named, secret) => {
    const asked = bot.asked.length
    const calls = bot.slack.calls.length
    const reply = await send({ api_app_id: `A0${named}` }, secret())
    expect(reply.status).toBe(401)
    expect([bot.asked.length, bot.slack.calls.length]).toEqual([asked, calls])
  })

  test('is not listened to for long', async () => {
    const { appId, signingSecret } = workspaceOf('T0POLICE').app
    const reply = await send({ api_app_id: appId, text: 'x'.repeat(2_100_000) }, signingSecret)
    expect(reply.status).toBe(413)
  })

  test('cannot ask for people of another', async () => {
    const asked = bot.asked.length
    const { appId, signingSecret } = workspaceOf('T0POLICE').app
    const officer = actor('T0POLICE', 'police-lead')
    const event = { type: 'message', channel_type: 'im', channel: 'D0', user: userOf('chair'), text: 'hello' }
    const body = JSON.stringify({
      type: 'event_callback',
      event_id: 'Ev1',
      team_id: 'T0COUNCIL',
      api_app_id: appId,
      event,
    })
    expect((await send({ api_app_id: appId }, signingSecret)).status).toBe(200)
    await bot.slack.deliver({ body, contentType: 'application/json' }, { secret: signingSecret })
    const seen = bot.slack.callsOf('chat.postMessage').length
    await officer.command('/stuck-case', 'mine')
    await officer.waitForEphemeral('Yes.')
    expect(bot.asked.slice(asked).map(({ by }) => by)).toEqual(['police-lead'])
    expect(bot.slack.callsOf('chat.postMessage').length).toBeLessThanOrEqual(seen + 1)
  })
})

describe('a workspace that is not admitted', () => {
  let stranger: SlackBot
  beforeAll(async () => {
    stranger = await startSlackBot({
      partnership,
      apps: (slack) => {
        const { botToken, app } = slack.addWorkspace({ team: 'T0STRANGE', app: 'own' })
        slack.addUser({ team: 'T0STRANGE', id: 'UCHAIR', email: emailOf('chair') })
        return { apps: [{ name: 'strange', botToken, signingSecret: app.signingSecret }] }
      },
    })
  })
  afterAll(() => stranger.stop())

  test('gets one polite sentence, whatever is asked', async () => {
    const someone = stranger.slack.user('T0STRANGE', 'UCHAIR')
    const sentence = 'Unstuck is not open to this workspace.'
    for (const typed of ['mine', '', 'link ABCD-EFGH', 'a child is in danger']) {
      await someone.command('/stuck-case', typed)
      expect((await someone.waitForEphemeral(sentence)).blocks).toHaveLength(1)
    }
    await someone.say('a child is in danger')
    expect((await someone.waitForMessage(sentence)).blocks).toHaveLength(1)
    expect(stranger.asked).toEqual([])
    expect(stranger.slack.callsOf('users.info')).toEqual([])
  })
})

describe('an app that is taken out of its workspace', () => {
  const to = account('T0POLICE', 'police-lead')
  const overdue = card('An action is overdue', [])
  const reachable = () => bot.doors.accounts.reachableOf(person('police-lead'))

  test('is not written to there, until it is let in again', async () => {
    expect(await reachable()).toMatchObject([to])
    await bot.slack.uninstall('T0POLICE')
    await expect.poll(reachable).toEqual([])
    expect(await bot.side.messenger.serves(to)).toBe(false)
    expect(await bot.side.messenger.accountOf(person('police-lead'))).toBeUndefined()
    expect(await bot.side.messenger.serves(account('T0COUNCIL', 'chair'))).toBe(true)
    bot.slack.letInAgain('T0POLICE')
    expect(await bot.side.messenger.serves(to)).toBe(true)
    expect(await reachable()).toMatchObject([to])
  })

  test('is found out by a post, where Slack’s word of it was lost', async () => {
    bot.slack.faults.fail('chat.postMessage', 1, { error: 'account_inactive' })
    await expect(bot.side.messenger.post(to, overdue, 'm-1')).rejects.toThrow('account_inactive')
    expect(await reachable()).toEqual([])
    const officer = actor('T0POLICE', 'police-lead')
    await officer.command('/stuck-case', 'mine')
    await officer.waitForEphemeral('Yes.')
    expect(await reachable()).toMatchObject([to])
    expect(await bot.side.messenger.serves(to)).toBe(true)
  })

  test('is not believed to be gone where its token works: the word of it came late', async () => {
    const { app, botUser } = workspaceOf('T0POLICE')
    const body = JSON.stringify({
      type: 'event_callback',
      event_id: 'Ev2',
      team_id: 'T0POLICE',
      api_app_id: app.appId,
      event: { type: 'tokens_revoked', tokens: { bot: [botUser] } },
    })
    const tests = bot.slack.callsOf('auth.test').length
    await bot.slack.deliver({ body, contentType: 'application/json' }, { secret: app.signingSecret })
    await expect.poll(() => bot.slack.callsOf('auth.test').length).toBe(tests + 1)
    expect(await reachable()).toMatchObject([to])
  })
})
