/**
 * The one call of Microsoft Graph that makes online meetings, with the tokens that it takes: it keeps a meeting for each
 * external id, and fails in the ways that the real one does. learn.microsoft.com/graph/api/onlinemeeting-createorget
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = {
  readonly externalId: string
  readonly subject: string
  startDateTime: string
  endDateTime: string
}

export type Mood =
  | 'well'
  /** Makes the meeting, and loses the connection. */
  | 'lost-answer'
  | 'too-fast'
  /** The organiser has not let the app make meetings. */
  | 'forbidden'
  /** Answers with an address that is of no meeting service. */
  | 'elsewhere'

export type Graph = {
  /** For `GraphConfig`. */
  readonly config: {
    readonly tenantId: string
    readonly clientId: string
    readonly clientSecret: string
    readonly organiser: string
    readonly apiUrl: string
    readonly loginUrl: string
  }
  /** Every call that had a good token, in their order. */
  readonly asked: readonly Asked[]
  /** Every meeting that was made, by its external id. */
  readonly made: ReadonlyMap<string, string>
  mood: Mood
  /** The tokens that were given so far are no longer worth anything. */
  revokeTokens(): void
  startOver(): void
  close(): Promise<void>
}

export const retryAfterMs = 7_000
const tenantId = '0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2b01'
const organiser = '0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2b02'
const app = { clientId: '0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2b03', clientSecret: 'secret-of-the-app' }

export async function startGraph(): Promise<Graph> {
  const asked: Asked[] = []
  const made = new Map<string, string>()
  const tokens = new Set<string>()
  let given = 0
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const graph: Graph = {
    config: { tenantId, organiser, ...app, apiUrl: url, loginUrl: url },
    asked,
    made,
    mood: 'well',
    revokeTokens: () => tokens.clear(),
    startOver() {
      graph.mood = 'well'
      asked.length = 0
      made.clear()
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const reply = (status: number, content: unknown, headers = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(content))
    const refuse = (status: number, code: string, headers = {}) =>
      void reply(status, { error: { code, message: `said of ${body}` } }, headers)

    if (request.url === `/${tenantId}/oauth2/v2.0/token`) {
      const sent = Object.fromEntries(new URLSearchParams(body))
      const right = sent['client_id'] === app.clientId && sent['client_secret'] === app.clientSecret
      const whole =
        sent['grant_type'] === 'client_credentials' && sent['scope'] === 'https://graph.microsoft.com/.default'
      if (!right || !whole) return void reply(401, { error: 'invalid_client' })
      const token = `token-${++given}`
      tokens.add(token)
      return void reply(200, { token_type: 'Bearer', expires_in: 3599, access_token: token })
    }
    if (request.method !== 'POST' || request.url !== `/v1.0/users/${organiser}/onlineMeetings/createOrGet`) {
      refuse(404, 'NotFound')
      return
    }
    if (!tokens.has(request.headers.authorization?.replace('Bearer ', '') ?? '')) {
      refuse(401, 'InvalidAuthenticationToken')
      return
    }

    const wanted = JSON.parse(body) as Asked
    asked.push(wanted)
    if (graph.mood === 'too-fast') {
      refuse(429, 'TooManyRequests', { 'retry-after': String(retryAfterMs / 1000) })
      return
    }
    if (graph.mood === 'forbidden') {
      refuse(403, 'Forbidden')
      return
    }
    if (!wanted.externalId || !(Date.parse(wanted.startDateTime) < Date.parse(wanted.endDateTime))) {
      refuse(400, 'BadRequest')
      return
    }
    const known = made.get(wanted.externalId)
    const joinWebUrl = known ?? `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${made.size + 1}%40thread.v2/0`
    made.set(wanted.externalId, joinWebUrl)
    if (graph.mood === 'lost-answer') return void request.socket.destroy()
    const shown = graph.mood === 'elsewhere' ? 'https://elsewhere.example/meeting' : joinWebUrl
    reply(known ? 200 : 201, { externalId: wanted.externalId, subject: wanted.subject, joinWebUrl: shown })
  }

  return graph
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk)
  return body
}
