/** Whose account it is, by what the roster of Teams says: every address that the tenant vouches for, and nobody else's. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evidenceOf } from '../../adapters/teams/evidence.ts'
import { readActivity } from '../../adapters/teams/hear/activity.ts'
import { createTeamsApi } from '../../adapters/teams/send/platform-api.ts'
import { personBehind } from '../../src/people/admission.ts'
import { partnershipWith } from '../slack/slack-bot.ts'

const tenant = '11111111-2222-4333-8444-555555555555'
const user = 'aaaaaaaa-0000-1000-8000-00000000000b'
const partnership = partnershipWith([
  { platform: 'teams', workspace: tenant, agencies: ['larkshire-council'] as never, domains: ['demo.example'] },
])

let server: Server
let answer: { readonly status: number; readonly body: string }
beforeAll(async () => {
  server = createServer((_, response) => response.writeHead(answer.status).end(answer.body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const connector = createTeamsApi({ tokens: () => Promise.resolve('a-token') })
const spoken = (more: object = {}) => ({
  type: 'message',
  channelId: 'msteams',
  serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  from: { id: '29:worker', aadObjectId: user },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:chat', conversationType: 'personal', tenantId: tenant },
  ...more,
})

async function whoseIs(status: number, body: string): Promise<string | undefined> {
  answer = { status, body }
  const heard = readActivity(spoken(), false)
  if (!heard) throw new Error('not heard')
  return personBehind(partnership, heard.account, await evidenceOf(connector, heard))
}

const worker = 'social.worker@demo.example'
const member = { id: '29:worker', objectId: user, tenantId: tenant, userRole: 'user', userPrincipalName: worker }

describe('is the social worker where the roster says', () => {
  test.each([
    ['no address, and their name', {}],
    ['null for the address', { email: null }],
    ['an empty address', { email: '' }],
    ['a blank address', { email: ' \u00a0' }],
    ['an address that nobody knows, and their name', { email: 's.holt@mail.demo.example' }],
    [
      'the address in upper case',
      { email: worker.toUpperCase(), userPrincipalName: 'sholt@larkshire.onmicrosoft.com' },
    ],
    ['the address with blanks around it', { email: ` ${worker} `, userPrincipalName: null }],
    ['a name that is no address', { email: worker, userPrincipalName: 'sholt' }],
    ['the id by its other name, in upper case', { objectId: null, aadObjectId: user.toUpperCase() }],
    ['the tenant in upper case', { tenantId: tenant.toUpperCase() }],
    ['the role in upper case', { userRole: 'User' }],
    ['null for everything that it does not know', { email: null, givenName: null, surname: null, aadObjectId: null }],
  ])('%s', async (_, said) => {
    expect(await whoseIs(200, JSON.stringify({ ...member, ...said }))).toBe('social-worker')
  })
})

describe('is nobody where the roster says', () => {
  test.each([
    ['a guest', { userRole: 'guest' }],
    ['an anonymous guest', { userRole: 'anonymous', userPrincipalName: null, email: worker }],
    [
      'a guest who is called a user',
      { userPrincipalName: 'social.worker_demo.example#EXT#@x.onmicrosoft.com', email: worker },
    ],
    [
      'a guest in small letters',
      { userPrincipalName: 'social.worker_demo.example#ext#@x.onmicrosoft.com', email: worker },
    ],
    ['another tenant', { tenantId: '99999999-2222-4333-8444-555555555555' }],
    ['no tenant', { tenantId: null }],
    ['no role', { userRole: null }],
    ['somebody else', { objectId: 'bbbbbbbb-0000-1000-8000-00000000000b' }],
    ['no address at all', { email: null, userPrincipalName: '' }],
    ['an address outside the domains', { email: 'social.worker@elsewhere.example', userPrincipalName: null }],
    ['two addresses in one', { email: `${worker};chair@demo.example`, userPrincipalName: null }],
  ])('%s', async (_, said) => {
    expect(await whoseIs(200, JSON.stringify({ ...member, ...said }))).toBeUndefined()
  })

  test.each([
    [404, 'MemberNotFoundInConversation'],
    [403, 'BotNotInConversationRoster'],
    [404, 'ConversationNotFound'],
  ])('%i %s', async (status, code) => {
    expect(await whoseIs(status, JSON.stringify({ error: { code } }))).toBeUndefined()
  })
})

test.each([
  ['a proxy that refuses', 403, '<html>Forbidden</html>'],
  ['a proxy that knows no such page', 404, 'not found'],
  ['a page in place of an answer', 200, '<html></html>'],
  ['a list in place of a member', 200, '[]'],
  ['an empty answer', 200, ''],
  ['a server that is away', 503, ''],
])('is not known yet behind %s, which is no "nobody"', async (_, status, body) => {
  await expect(whoseIs(status, body)).rejects.toThrow('Teams did not take the call')
})

test.each([
  ['a name', { from: { id: '29:worker', name: null, aadObjectId: user } }],
  ['the bot’s name', { recipient: { id: '28:bot', name: null, aadObjectId: null } }],
  ['the tenant in one of two places', { channelData: { tenant: null } }],
  ['the tenant’s id in one of two places', { channelData: { tenant: { id: null } } }],
  ['the words', { text: null, entities: null, attachments: null, channelData: null }],
  ['what it answers to', { replyToId: null, name: null, action: null }],
  ['whom a mention means', { entities: [{ type: 'mention', text: null, mentioned: null }] }],
])('is heard where Teams writes null for %s', (_, more) => {
  expect(readActivity(spoken(more), false)?.account).toEqual({ platform: 'teams', workspace: tenant, user })
})

test.each([null, '', undefined])('nobody speaks whose object id is %j', (aadObjectId) => {
  expect(readActivity(spoken({ from: { id: '29:worker', aadObjectId } }), false)).toBeUndefined()
})
