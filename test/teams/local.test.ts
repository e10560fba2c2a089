/** The playground on this machine: let in without a token, and nobody else. */
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AdaptiveCard } from '../support/teams/adaptive-card.ts'
import { actionsOf } from '../support/teams/adaptive-card.ts'
import { textOf } from '../support/teams/text-of.ts'
import { startTeamsBot, tenants, type TeamsBot } from './teams-bot.ts'

let bot: TeamsBot
let playground: Server
let serviceUrl: string
let posted: { method: string; authorization: string | undefined; card: AdaptiveCard }[] = []

beforeAll(async () => {
  bot = await startTeamsBot({ local: true })
  playground = createServer((incoming, response) => {
    let body = ''
    incoming.on('data', (chunk: Buffer) => (body += chunk.toString()))
    incoming.on('end', () => {
      const { attachments } = JSON.parse(body) as { attachments: [{ content: AdaptiveCard }] }
      posted.push({
        method: incoming.method ?? '',
        authorization: incoming.headers.authorization,
        card: attachments[0].content,
      })
      response.end(JSON.stringify({ id: `m${posted.length}` }))
    })
  })
  await new Promise<void>((resolve) => playground.listen(0, '127.0.0.1', resolve))
  serviceUrl = `http://127.0.0.1:${(playground.address() as AddressInfo).port}/_connector`
})
afterAll(async () => {
  await new Promise((resolve) => playground.close(resolve))
  await bot.stop()
})
beforeEach(() => {
  posted = []
})

let sent = 0
const activity = (more: object) => ({
  type: 'message',
  id: `local-${(sent += 1)}`,
  channelId: 'msteams',
  serviceUrl,
  from: { id: 'user-id-0', name: 'Alex Wilber', aadObjectId: '00000000-0000-0000-0000-0000000000020' },
  recipient: { id: '28:bot', name: 'Unstuck' },
  conversation: { id: 'personal-chat-id', conversationType: 'personal', tenantId: tenants.council },
  channelData: { tenant: { id: tenants.council } },
  ...more,
})

/** By hand, since `fetch` lets nobody choose the Host. */
function send(body: object, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request(
      bot.address,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      },
    )
    asking.on('error', reject).end(JSON.stringify(body))
  })
}

const says = (text: string) => send(activity({ text }))

describe('who comes in without a token', () => {
  test.each([
    ['through something in between', { 'x-forwarded-for': '192.0.2.7' }],
    ['through something that says so by the standard', { forwarded: 'for=192.0.2.7' }],
    ['asking for another host', { host: 'unstuck.example.org' }],
    ['from a page in a browser', { origin: 'https://elsewhere.example' }],
  ])('%s is refused', async (_, headers) => {
    expect(await send(activity({ text: 'help' }), headers)).toBe(401)
    expect(posted).toEqual([])
  })

  test('who wants the answer elsewhere is refused', async () => {
    expect(await send(activity({ text: 'help', serviceUrl: 'https://smba.trafficmanager.net/emea/' }))).toBe(400)
  })

  test('and sends a form as a simple page could is refused', async () => {
    expect(await send(activity({ text: 'help' }), { 'content-type': 'text/plain' })).toBe(415)
  })
})

describe('the playground on this machine', () => {
  test('links its user by a code, and gets no token of ours', async () => {
    await says('mine')
    expect(textOf(posted.at(-1)?.card ?? none)).toContain('I do not know you yet')
    const reading = await bot.ask('practitioner', { ask: 'open-link-code' })
    const code = reading.kind === 'reading' ? reading.body.find(({ block }) => block === 'words') : undefined
    if (code?.block !== 'words') throw new Error('no code')
    await says(code.words.reveal())
    expect(textOf(posted.at(-1)?.card ?? none)).toContain('Linked')
    await says('help')
    expect(textOf(posted.at(-1)?.card ?? none)).toContain('stuck-case')
    expect(posted.every(({ authorization }) => authorization === undefined)).toBe(true)
  })

  test('gets a form as a card, and what becomes of it in the same place', async () => {
    await says('stuck-case')
    const form = posted.at(-1)?.card ?? none
    const submit = actionsOf(form).find(({ type }) => type === 'Action.Submit')
    const value = { ...(submit?.data as object), 'field-tried': 'Two meetings.' }
    await send(activity({ value, replyToId: 'm1' }))
    expect(posted.at(-1)).toMatchObject({ method: 'PUT' })
    expect(textOf(posted.at(-1)?.card ?? none)).toContain('Please check some of your answers')
    expect(JSON.stringify(posted.at(-1)?.card)).toContain('Two meetings.')
  })
})

const none: AdaptiveCard = { type: 'AdaptiveCard' }
