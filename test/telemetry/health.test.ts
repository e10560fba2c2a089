import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { healthListener, type Probes } from '../../adapters/telemetry/health.ts'

async function serving(probes: Partial<Probes>): Promise<string> {
  const listener = healthListener({
    ready: () => Promise.resolve({ database: true, queue: true }),
    status: () => Promise.resolve({ outbox: { oldestMs: 0 } }),
    ...probes,
  })
  const server = createServer((request, response) => {
    if (!listener(request, response)) response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

it.each<[string, string, Partial<Probes>, number, unknown]>([
  ['the process lives', '/health', {}, 200, { alive: true }],
  ['it can serve', '/ready', {}, 200, { database: true, queue: true }],
  [
    'the database is away',
    '/ready',
    { ready: () => Promise.resolve({ database: false, queue: true }) },
    503,
    { database: false, queue: true },
  ],
  [
    'the queue is away, without which it sends by itself',
    '/ready',
    { ready: () => Promise.resolve({ database: true, queue: false }) },
    200,
    { database: true, queue: false },
  ],
  [
    'a newer version of the partnership cannot be read',
    '/ready',
    { ready: () => Promise.resolve({ database: true, queue: true, wrong: 'Version 4 cannot be read.' }) },
    503,
    { database: true, queue: true, wrong: 'Version 4 cannot be read.' },
  ],
  ['a probe fails', '/ready', { ready: () => Promise.reject(new Error('x')) }, 503, { ready: false }],
  ['a probe hangs', '/ready', { ready: () => new Promise(() => undefined) }, 503, { ready: false }],
  ['how things stand', '/status?x=1', {}, 200, { outbox: { oldestMs: 0 } }],
])('%s', async (_, path, probes, code, body) => {
  const response = await fetch((await serving(probes)) + path)

  expect(response.status).toBe(code)
  expect(await response.json()).toEqual(body)
})

it('leaves everything else to others', async () => {
  const url = await serving({})

  expect((await fetch(`${url}/`)).status).toBe(404)
  expect((await fetch(`${url}/health`, { method: 'POST' })).status).toBe(404)
})
