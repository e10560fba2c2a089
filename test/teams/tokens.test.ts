/** Who is not let in, or not listened to: nothing is asked of the mind, written down or posted. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takenAway } from '../support/accounts.ts'
import { AccountId } from '../../src/ids.ts'
import { aRaising } from '../support/builders.ts'
import type { Actor } from '../support/teams/actor.ts'
import { accountOf, startTeamsBot, tenants, type TeamsBot } from './teams-bot.ts'

let bot: TeamsBot
let worker: Actor

beforeAll(async () => {
  bot = await startTeamsBot()
  worker = bot.somebody('social.worker')
  await worker.installs()
  await bot.fillIn('practitioner', { ask: 'open-raise-case' }, aRaising)
  await bot.sendTo('social-worker', worker)
})
afterAll(() => bot.stop())

/** Everything that could have changed, but for who looked. */
async function standing() {
  const [accounts, outbox, facts] = await Promise.all([
    bot.db.selectFrom('accounts').select(['account_user', 'person', 'conversation']).orderBy('id').execute(),
    bot.db.selectFrom('outbox').select(['id', 'state']).orderBy('seq').execute(),
    bot.factNames(),
  ])
  return { accounts, outbox, facts, posted: bot.teams.calls.filter(({ method }) => method !== 'GET').length }
}

async function changesNothing(act: () => Promise<unknown>): Promise<void> {
  const [before, asked] = [await standing(), bot.asked.length]
  await act()
  expect(await standing()).toEqual(before)
  expect(bot.asked.length).toBe(asked)
}

const elsewhere = 'https://smba.trafficmanager.net/elsewhere/'

describe('a request', () => {
  test.each([
    ['without a token', { noToken: true }],
    ['with a token that somebody else signed', { otherKey: true }],
    ['with a lapsed token', { expired: true }],
    ['with a token for another bot', { audience: 'bbbbbbbb-0000-4000-8000-000000000009' }],
    ['with a token of another issuer', { issuer: 'https://login.microsoftonline.com/common/v2.0' }],
    [
      'with a token as the emulator has it',
      { issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' },
    ],
    ['with a token for another service address', { serviceUrl: elsewhere }],
  ] as const)('%s is refused', async (_, forgery) => {
    const { sent } = await worker.says('help')
    const answered = bot.asked.length
    await changesNothing(async () => {
      expect((await bot.teams.deliver({ ...sent, id: `again-${answered}` }, forgery)).status).toBe(401)
    })
  })

  test('that names another service address than its token is refused, so that no token of ours goes there', async () => {
    const heard: string[] = []
    const thief = createServer((request, response) => {
      heard.push(request.headers.authorization ?? 'nothing')
      response.end()
    })
    await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve))
    const { sent } = await worker.says('help')
    const serviceUrl = `http://127.0.0.1:${(thief.address() as AddressInfo).port}/`
    await changesNothing(async () => {
      const reply = await bot.teams.deliver({ ...sent, id: 'stolen', serviceUrl }, { serviceUrl: sent.serviceUrl })
      expect(reply.status).toBe(401)
    })
    expect(heard).toEqual([])
    await new Promise((resolve) => thief.close(resolve))
  })

  test.each([
    ['text that is no activity', 'text'],
    ['an activity of nobody', JSON.stringify({ type: 'message', channelId: 'msteams' })],
    ['an activity of another channel', JSON.stringify({ type: 'message', channelId: 'emulator' })],
  ])('with %s is refused', async (_, body) => {
    const headers = { authorization: 'Bearer a.b.c', 'content-type': 'application/json' }
    await changesNothing(async () => {
      expect((await fetch(bot.address, { method: 'POST', body, headers })).status).toBe(400)
    })
  })

  test('that is too large is not read to its end', async () => {
    const headers = { authorization: 'Bearer a.b.c', 'content-type': 'application/json' }
    const body = JSON.stringify({ text: 'x'.repeat(600_000) })
    expect((await fetch(bot.address, { method: 'POST', body, headers })).status).toBe(413)
  })

  test('that says two tenants at once is refused', async () => {
    const { sent } = await worker.says('help')
    await changesNothing(async () => {
      const channelData = { tenant: { id: tenants.police } }
      expect((await bot.teams.deliver({ ...sent, id: 'torn', channelData })).status).toBe(400)
    })
  })
})

describe('somebody', () => {
  async function isToldOnly(person: Actor, sentence: string): Promise<void> {
    await person.installs()
    const before = person.messages().length
    const [standingBefore, asked] = [await standing(), bot.asked.length]
    await person.says('mine')
    expect(
      person
        .messages()
        .slice(before)
        .map((message) => person.textOfMessage(message)),
    ).toEqual([expect.stringContaining(sentence)])
    const { posted, ...rest } = await standing()
    expect(rest).toEqual({
      accounts: standingBefore.accounts,
      outbox: standingBefore.outbox,
      facts: standingBefore.facts,
    })
    expect(posted).toBe(standingBefore.posted + 1)
    expect(bot.asked.length).toBe(asked)
  }

  test('of a tenant that is not admitted gets one polite sentence, whatever they write', async () => {
    await isToldOnly(bot.somebody('chair', { tenant: tenants.stranger }), 'not open to this workspace')
  })

  test.each([
    ['who is a guest', 'iro', { userRole: 'guest' }],
    ['whom the tenant calls a user, with the name of a guest', 'iro', { userPrincipalName: 'iro_demo#EXT#@x.example' }],
    ['with the address of another agency', 'health.lead', { tenant: tenants.police }],
    ['with an address of another domain', 'iro', { email: 'iro@elsewhere.example' }],
  ] as const)('%s is nobody we know', async (_, name, more) => {
    await isToldOnly(bot.somebody(name, more), 'I do not know you yet')
  })

  test('whose account was taken away a moment ago is nobody we know', async () => {
    const person = bot.somebody('police.lead', { tenant: tenants.police })
    await person.installs()
    await person.says('mine')
    expect(bot.asked.at(-1)).toMatchObject({ by: 'police-lead' })
    const { id } = (await bot.doors.accounts.holdingOf(accountOf(person))) ?? {}
    await takenAway(bot, AccountId.parse(id))
    await isToldOnly(person, 'I do not know you yet')
  })
})

describe('a button', () => {
  const raised = () => {
    const message = worker
      .messages()
      .find((one) => worker.buttonsOf(one).length > 0 && worker.textOfMessage(one).includes('please confirm'))
    if (!message) throw new Error('no card with buttons')
    return message
  }
  const label = () => worker.buttonsOf(raised())[0] ?? ''

  test('pressed from another conversation is refused', async () => {
    const group = bot.teams.addGroupChat(tenants.council, 'Passed on', [worker.user])
    group.bot = 'installed'
    await changesNothing(async () => {
      await worker.pressOn(raised(), label(), { from: group })
    })
    expect(worker.textOfDialog()).toContain('You cannot open this')
  })

  test('pressed by another person, in their own chat, is refused by the rule', async () => {
    const other = bot.somebody('school.lead')
    await other.installs()
    const before = await standing()
    await other.pressOn(raised(), label(), { from: other.chat })
    expect(other.textOfDialog()).toMatch(/You cannot open this|no longer exists/i)
    expect(await standing()).toEqual(before)
  })
})
