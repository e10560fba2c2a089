import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInstallations } from '../../adapters/postgres/accounts/installations.ts'
import { scopes } from '../../adapters/slack/install/granted.ts'
import { installPath } from '../../adapters/slack/paths.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { done } from '../../src/display/answer.ts'
import { card } from '../../src/display/card.ts'
import type { Account } from '../../src/ports/accounts.ts'
import { person } from '../support/outbox.ts'
import { demonstration, partnershipWith, secretKey, startSlackBot, type SlackBot } from './slack-bot.ts'

const [team, unadmitted] = ['T0LARK', 'T0STRANGE']
const partnership = partnershipWith(demonstration().workspaces.map((one) => ({ ...one, workspace: team })))
const to: Account = { platform: 'slack', workspace: team, user: 'UCHAIR' }

let bot: SlackBot
const origin = () => new URL(bot.address).origin
const chair = () => bot.slack.user(team, 'UCHAIR')

beforeAll(async () => {
  bot = await startSlackBot({
    partnership,
    apps: (slack, { db }, publicUrl) => {
      for (const one of [team, unadmitted]) {
        slack.addWorkspace({ team: one, app: 'none' })
        slack.addUser({ team: one, id: 'UCHAIR', email: 'chair@demo.example' })
      }
      return {
        apps: [],
        sharing: {
          oauth: slack.shared,
          stateSecret: 'a-state-secret',
          publicUrl,
          installations: createInstallations(db, createVault(secretKey)),
        },
      }
    },
  })
  bot.answers(() => done('Yes.'))
})
afterAll(() => bot.stop())

/** An administrator's browser: from our page to Slack's, where they agree, and back with a code. */
async function begin(where: string): Promise<{ back: string; cookie: string }> {
  const response = await fetch(`${origin()}${installPath}`, { redirect: 'manual' })
  const cookie = response.headers.getSetCookie().map((one) => one.split(';', 1)[0])
  const address = response.headers.get('location') ?? ''
  expect(new URL(address).searchParams.get('scope')).toBe(scopes.join(','))
  return { back: await bot.slack.agree(address, where), cookie: cookie.join('; ') }
}

async function install(where: string): Promise<Response> {
  const { back, cookie } = await begin(where)
  return fetch(back, { headers: { cookie } })
}

/** Everything that the database holds, sealed bytes also as if they were text. */
async function everything(): Promise<string> {
  const { rows } = await sql<{ all: string }>`
    select schema_to_xml('public', true, false, '')::text
      || coalesce((select string_agg(encode(key, 'escape') || encode(sealed, 'escape'), '') from installations), '') as all
  `.execute(bot.opened.db)
  return rows.map((row) => row.all).join()
}

const installed = async (): Promise<readonly string[]> =>
  (await bot.opened.db.selectFrom('installations').select('workspace').execute()).map(({ workspace }) => workspace)

describe('before it is installed', () => {
  test('nobody is answered and nobody is written to', async () => {
    expect((await chair().command('/stuck-case', 'mine')).status).toBe(200)
    expect(await bot.side.messenger.serves(to)).toBe(false)
    expect(await bot.side.messenger.accountOf(person('chair'))).toBeUndefined()
    await expect(bot.side.messenger.post(to, card('x', []), 'm-0')).rejects.toThrow('not installed')
    expect(bot.asked).toEqual([])
  })

  test.each<[string, (begun: { back: string; cookie: string }) => { back: string; cookie: string }]>([
    ['without the state', ({ back, cookie }) => ({ back: without(back, 'state'), cookie })],
    ['with a state that was made up', ({ back, cookie }) => ({ back: back.replace('state=', 'state=x'), cookie })],
    ['with a state that was made up, cookie and all', ({ back }) => ({ back: withState(back), cookie: forged })],
    ['in another browser', ({ back }) => ({ back, cookie: '' })],
    ['without a code', ({ back, cookie }) => ({ back: without(back, 'code'), cookie })],
  ])('it is not installed %s', async (_case, changed) => {
    const exchanges = bot.slack.callsOf('oauth.v2.access').length
    const { back, cookie } = changed(await begin(team))
    const response = await fetch(back, { headers: { cookie } })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('was not installed')
    expect(bot.slack.callsOf('oauth.v2.access').length).toBe(exchanges)
    expect(await bot.side.messenger.serves(to)).toBe(false)
  })

  test('a workspace that is not admitted gets its token back, and one sentence', async () => {
    const response = await install(unadmitted)
    expect([response.status, await response.text()]).toEqual([
      403,
      expect.stringContaining('Unstuck is not open to this workspace.') as string,
    ])
    expect(bot.slack.callsOf('auth.revoke')).toMatchObject([{ team: unadmitted, answer: { revoked: true } }])
    expect(await installed()).toEqual([])
  })
})

const forged = 'slack-app-oauth-state=forged'
const withState = (back: string): string => changedQuery(back, (query) => query.set('state', 'forged'))
const without = (back: string, name: string): string => changedQuery(back, (query) => query.delete(name))

function changedQuery(address: string, change: (query: URLSearchParams) => void): string {
  const url = new URL(address)
  change(url.searchParams)
  return url.href
}

describe('installed by a workspace itself', () => {
  beforeAll(async () => {
    expect((await install(team)).status).toBe(200)
  })

  test('it answers there, and writes there', async () => {
    await chair().command('/stuck-case', 'mine')
    await chair().waitForEphemeral('Yes.')
    const receipt = await bot.side.messenger.post(to, card('You are asked to chair', []), 'm-1')
    expect(chair().messages().at(-1)?.ts).toBe(receipt.message)
    expect(bot.side.status()).toEqual({ 'installed by workspaces': { last: 'ok' } })
  })

  test('its token is nowhere to be read', async () => {
    const kept = await everything()
    expect(await installed()).toEqual([team])
    expect(kept).not.toContain('xoxb')
    expect(bot.logged()).not.toContain('xoxb')
  })

  test('its history is read once in a minute, and no more of it than Slack allows', async () => {
    const looks = () => bot.slack.callsOf('conversations.history')
    expect(await bot.side.messenger.find(to, 'm-1', new Date(0))).toMatchObject({ way: 'slack' })
    expect(looks().at(-1)?.args).toMatchObject({ limit: '15' })
    expect(await bot.side.messenger.find(to, 'm-1', new Date(0))).toBe('unsure')
    expect(looks()).toHaveLength(1)
  })

  test('when it is taken out, the token is forgotten and its people are not reachable', async () => {
    await bot.slack.uninstall(team)
    await expect.poll(installed).toEqual([])
    expect(await bot.side.messenger.serves(to)).toBe(false)
    expect(await bot.doors.accounts.reachableOf(person('chair'))).toEqual([])
  })

  test('when it is installed again, all is as before', async () => {
    expect((await install(team)).status).toBe(200)
    expect(await bot.side.messenger.serves(to)).toBe(true)
    expect(await bot.doors.accounts.reachableOf(person('chair'))).toMatchObject([to])
  })

  test('a post finds out what Slack did not say', async () => {
    bot.slack.faults.fail('chat.postMessage', 1, { error: 'token_revoked' })
    await expect(bot.side.messenger.post(to, card('x', []), 'm-2')).rejects.toThrow('token_revoked')
    expect(await bot.side.messenger.serves(to)).toBe(false)
    expect(await installed()).toEqual([])
  })
})
