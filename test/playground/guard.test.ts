/** Who may use the local workspace: the browser of this very machine, from the workspace's own pages. */
import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answering } from '../web/replies.ts'
import { send, serveWorkspace, type Served } from '../web/serve.ts'

let served: Served

beforeAll(async () => {
  const clock = { now: () => new Date('2026-09-07T08:30:00Z') }
  served = await serveWorkspace({ answer: answering({}), clock, moveClock: () => Promise.resolve() })
})
afterAll(() => served.close())

describe('the workspace is closed', () => {
  it.each([
    'unstuck.example',
    'localhost.example',
    '192.168.0.7:3000',
    '127.0.0.1.nip.example',
    'localhost@evil.example',
  ])('to the host %s', async (host) => {
    const { status, text } = await raw('/', { host })

    expect(status).toBe(403)
    expect(text).toContain('only at localhost')
  })

  it.each(['localhost:3000', '127.0.0.1', '[::1]:3000'])('and open to %s', async (host) => {
    expect((await raw('/', { host })).status).toBe(303)
  })

  it.each(['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'X-Forwarded-Server'])(
    'to %s',
    async (name) => {
      const { status, text } = await raw('/', { host: 'localhost', [name]: 'for=1.2.3.4' })

      expect(status).toBe(403)
      expect(text).toContain('through a proxy')
    },
  )

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': '', origin: 'http://evil.example' },
    { 'sec-fetch-site': '' },
  ])('to what other pages send: %j', async (headers) => {
    const reply = await send(served, '/playground/be', { person: 'chair' }, headers)

    expect(reply.status).toBe(403)
    expect(reply.text).toContain('Nothing was changed')
    expect(reply.headers.getSetCookie()).toEqual([])
  })
})

async function raw(
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number | undefined; text: string }> {
  const [response] = (await once(httpRequest(served.address + path, { headers }).end(), 'response')) as [
    IncomingMessage,
  ]
  const text = Buffer.concat((await response.toArray()) as Buffer[]).toString()
  return { status: response.statusCode, text }
}
