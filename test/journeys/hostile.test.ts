/** Somebody who wishes us harm, at the door of the product as it runs. */
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProductBeside } from '../support/product-beside.ts'
import { startProduct, type Product } from '../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct({ SLACK_BOT_TOKEN: 'xoxb-none', SLACK_SIGNING_SECRET: 'none' })
}, 120_000)
afterAll(() => product.tearDown())

type Given = { readonly body?: URLSearchParams; readonly cookie?: string; readonly headers?: Record<string, string> }

/** As a page of the workspace sends it, unless told otherwise. */
const send = (path: string, { body, cookie = '', headers = {} }: Given = {}) =>
  fetch(product.url + path, {
    redirect: 'manual',
    headers: { origin: product.url, cookie, ...headers },
    ...(body && { method: 'POST', body }),
  })

async function be(person: string): Promise<{ cookie: string; csrf: string }> {
  const chosen = await send('/playground/be', { body: new URLSearchParams({ person }) })
  const cookie = chosen.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  const page = await (await send('/', { cookie })).text()
  return { cookie, csrf: /name="_csrf" value="([^"]*)"/.exec(page)?.[1] ?? '' }
}

const once = '0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a99'
const form = (fields: Record<string, string>) => new URLSearchParams({ once, opened: '', ...fields })
const setAway = JSON.stringify({ ask: 'set-away' })
const days = { 'field-from': '2026-09-14', 'field-until': '2026-09-15' }

describe('a form', () => {
  test('is not taken from another page, nor from one that does not say where it is from', async () => {
    const { cookie, csrf } = await be('chair')
    const body = form({ ask: setAway, _csrf: csrf, ...days })
    for (const headers of [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: '' },
    ])
      expect((await send('/ask', { body, cookie, headers })).status).toBe(403)
  })

  test("is not taken with another person's proof", async () => {
    const { csrf } = await be('practitioner')
    const { cookie } = await be('chair')
    const reply = await send('/ask', { body: form({ ask: setAway, _csrf: csrf, ...days }), cookie })

    expect(reply.status).toBe(403)
    expect(await reply.text()).toContain('This page was made for somebody else')
  })

  test('is not sent by an address: what does something is no link', async () => {
    const { cookie } = await be('chair')
    const reply = await send(`/ask?ask=${encodeURIComponent(setAway)}`, { cookie })

    expect(reply.status).toBe(400)
    expect(await reply.text()).toContain('I did not understand that')
  })

  test('with fields named like what every object has is only incomplete', async () => {
    const { cookie, csrf } = await be('chair')
    const odd = ['__proto__', 'constructor', 'field-__proto__', 'field-constructor', 'field-hasOwnProperty']
    const body = form({ ask: setAway, _csrf: csrf, opened: JSON.stringify({ ask: 'open-away' }) })
    for (const name of odd) body.append(name, 'x')

    expect((await send('/ask', { body, cookie })).status).toBe(422)
    expect((await send('/', { cookie })).status).toBe(200)
  })

  test('of two million characters is too long, and the next one is taken', async () => {
    const { cookie, csrf } = await be('chair')
    const body = form({ ask: setAway, _csrf: csrf, 'field-from': 'x'.repeat(2_000_000) })

    expect((await send('/ask', { body, cookie })).status).toBe(413)
    expect((await send('/ask', { body: form({ ask: setAway, _csrf: csrf, ...days }), cookie })).status).toBe(303)
  })

  test('that names no ask of ours, or one with an id that is none, is not understood', async () => {
    const { cookie, csrf } = await be('chair')
    for (const ask of ['', '{', 'null', '[]', '{"ask":"drop"}', '{"ask":"open-case","case":"1"}', '"set-away"'])
      expect((await send('/ask', { body: form({ ask, _csrf: csrf }), cookie })).status).toBe(400)
  })
})

describe('who one is', () => {
  test.each(['unstuck-persona=chair', 'unstuck-persona=chair.AAAA', 'unstuck-persona=.', 'unstuck-persona=chair.%00'])(
    'is not believed of the cookie %s',
    async (cookie) => {
      const reply = await send('/', { cookie })
      expect([reply.status, reply.headers.get('location')]).toEqual([303, '/playground'])
    },
  )

  test("does not open another's outcome", async () => {
    const { cookie, csrf } = await be('chair')
    const own = { ...days, 'field-until': '2026-09-16' }
    const done = (await send('/ask', { body: form({ ask: setAway, _csrf: csrf, ...own }), cookie })).headers
    const other = await be('practitioner')

    expect((await send(done.get('location') ?? '', { cookie })).status).toBe(200)
    expect((await send(done.get('location') ?? '', other)).status).toBe(404)
  })

  test('cannot be somebody who is not there, nor a header', async () => {
    for (const person of ['nobody', '__proto__', 'chair\r\nset-cookie: x=y']) {
      const reply = await send('/playground/be', { body: new URLSearchParams({ person }) })
      expect(reply.headers.getSetCookie()).toEqual([])
      expect(reply.headers.get('location')).toBe('/playground')
    }
  })
})

describe('the workspace', () => {
  test.each(['/', '/playground', '/ask?ask=%7B%22ask%22%3A%22open-help%22%7D', '/done/x', '/playground/passed'])(
    'is open at no other host and through no proxy: %s',
    async (path) => {
      const { cookie } = await be('chair')
      expect(await statusOf(path, `host: unstuck.example\r\ncookie: ${cookie}`)).toBe(403)
      expect(await statusOf(path, `host: localhost.evil.example\r\ncookie: ${cookie}`)).toBe(403)
      for (const header of ['forwarded: for=1.2.3.4', 'x-forwarded-for: 1.2.3.4', 'x-forwarded-host: localhost'])
        expect(await statusOf(path, `host: localhost\r\n${header}\r\ncookie: ${cookie}`)).toBe(403)
    },
  )

  test.each([
    '/%00',
    '/%E0%A4%A',
    '/..%2f..%2fetc%2fpasswd',
    '/assets/../../package.json',
    '/__proto__',
    '//evil.example',
  ])('answers %s with a plain page, and not by going anywhere else', async (path) => {
    const { cookie } = await be('chair')
    const status = await statusOf(path, `host: localhost\r\ncookie: ${cookie}`)
    expect([400, 404]).toContain(status)
  })

  test.each(['__proto__', 'constructor', '*', 'http://evil.example/'])(
    'is not moved by a request for %s',
    async (target) => {
      expect(await statusOf(target, 'host: localhost')).not.toBe(200)
      expect((await send('/health')).status).toBe(200)
    },
  )

  test('carries what keeps its pages from being framed, kept or sent elsewhere', async () => {
    const { cookie } = await be('chair')
    const { headers } = await send('/', { cookie })

    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).toContain("form-action 'self'")
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
  })
})

test('Slack’s door takes no five million characters', async () => {
  const reply = await send('/slack/events', { body: new URLSearchParams({ payload: 'x'.repeat(5_000_000) }) })

  expect([401, 413]).toContain(reply.status)
  expect((await send('/health')).status).toBe(200)
})

describe('another partnership', { timeout: 120_000 }, () => {
  const secretKey = '5e'.repeat(32)

  function real(): Record<string, string> {
    const file = join(product.dataDir, '..', 'partnership.yaml')
    const yaml = readFileSync(join(import.meta.dirname, '../../src/partnership/demonstration.yaml'), 'utf8')
    const tenant = '5f0e0c1a-0000-4000-8000-00000000aaaa'
    const admitted = yaml
      .replace('workspace: any', 'workspace: T0LARKSHIRE')
      .replace('workspace: any', `workspace: ${tenant}`)
    writeFileSync(file, admitted)
    return { PARTNERSHIP: file, SECRET_KEY: secretKey, DEMO_CLOCK: '' }
  }

  test('does not start on the database of a demonstration', async () => {
    const settings = real()
    await product.stop()

    expect(await product.isRefused(settings)).toContain('This database was made for the demonstration')
  })

  test('has no workspace, and its database takes no demonstration', async () => {
    const partnership = await startProductBeside(real())
    const reply = await fetch(`${partnership.url}/playground`)
    expect([reply.status, await reply.text()]).toEqual([404, expect.stringContaining('There are no pages here')])
    await partnership.stop()

    const demonstration = { PARTNERSHIP: '', SECRET_KEY: secretKey }
    expect(await partnership.isRefused(demonstration)).toContain('This database belongs to a real partnership')
    await partnership.tearDown()
  })
})

/** Past what a client would put right in a request. */
async function statusOf(target: string, headers: string): Promise<number> {
  const { hostname, port } = new URL(product.url)
  const socket = connect(Number(port), hostname)
  socket.write(`GET ${target} HTTP/1.1\r\n${headers}\r\nconnection: close\r\n\r\n`)
  return Number(/^HTTP\/1\.1 (\d+)/.exec(await text(socket))?.[1])
}
