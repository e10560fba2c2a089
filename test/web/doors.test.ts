/** What the pages let in, and what they carry with them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { done } from '../../src/display/answer.ts'
import { card } from '../../src/display/card.ts'
import type { InboxMessage } from '../../src/ports/inbox.ts'
import { answering, openAddress, type Replies } from './replies.ts'
import { aCard, aForm, askedCard, waiting } from './samples.ts'
import { send, servePages, type Served } from './serve.ts'

let replies: Replies
let served: Served

beforeEach(async () => {
  replies = { opening: aForm, doing: done('Saved.') }
  served = await servePages({ answer: answering(replies) })
})
afterEach(() => served.close())

describe('a command', () => {
  const token = async () => (await send(served, '/')).hidden['_csrf'] ?? ''

  it.each([
    ['/stuck-case', 'open-raise-case'],
    ['/stuck-case mine', 'open-mine'],
    ['away', 'open-away'],
  ])('%s opens %s, by an address that holds ids alone', async (command, ask) => {
    const { status, headers } = await send(served, '/command', { command, _csrf: await token() })

    expect(status).toBe(303)
    expect(headers.get('location')).toBe(`/ask?ask=${encodeURIComponent(JSON.stringify({ ask }))}`)
  })

  it('that is a slip is offered, and not done', async () => {
    const { status, text } = await send(served, '/command', { command: 'mien', _csrf: await token() })

    expect(status).toBe(400)
    expect(text).toContain('Did you mean “mine”, to see how your cases are going?')
    expect(text).toMatch(/href="\/ask\?ask=[^"]*open-mine/)
  })

  it('that is none is answered by the numbers to call, and is not shown again', async () => {
    const { status, text } = await send(served, '/command', { command: 'he hit Zebedee', _csrf: await token() })

    expect(status).toBe(400)
    expect(text).toContain('I did not understand that')
    expect(text).toContain('01632 960 001')
    expect(text + JSON.stringify(served.logged)).not.toContain('Zebedee')
    expect(replies.asked).toBeUndefined()
  })
})

it('a page of messages is noted as opened: what lies there alone, stands on this page and was not opened before', async () => {
  const opened: unknown[] = []
  const inbox = Array.from({ length: 40 }, (_, n): InboxMessage => ({ ...aCard(n), state: n % 2 ? 'on-page' : 'sent' }))
  const browsed = await servePages({
    answer: answering(replies),
    inbox: { messagesFor: () => Promise.resolve(inbox) },
    opened: (person, messages) => Promise.resolve(void opened.push([person, messages.length, messages[0]])),
  })
  await send(browsed, '/')
  await send(browsed, '/?page=2')
  await browsed.close()

  expect(opened).toEqual([
    ['health-lead', 15, aCard(39).id],
    ['health-lead', 5, aCard(9).id],
  ])
})

it('a page of messages folds away what asked for something and asks for nothing now, and marks what is new', async () => {
  const asked = { ...aCard(1), card: card('Please answer', [], [waiting[0].button]) }
  const browsed = await servePages({
    answer: answering(replies),
    inbox: {
      messagesFor: () => Promise.resolve([asked, { ...aCard(2), state: 'on-page' }, aCard(3)]),
      asTheyStand: (_, shown) => Promise.resolve(shown.map((one) => ({ ...one, card: { ...one.card, buttons: [] } }))),
      whatWaits: () => Promise.reject(new Error('away')),
    },
  })
  const { text } = await send(browsed, '/')
  await browsed.close()
  const [unfolded = '', folded = ''] = text.split('<details class="govuk-details app-over">')

  expect(folded.split('</details>')[0]).toContain('Please answer')
  expect(unfolded).not.toContain('Please answer')
  expect(unfolded.split('<article')[1]).not.toContain('>New</strong>')
  expect(unfolded.split('<article')[2]).toMatch(/>New<\/strong>[^]*Message 2/)
  expect(text).not.toContain('Nothing waits for an answer from you')
  expect(browsed.logged.map(({ event }) => event)).toContain('page-without-what-waits')
})

it('a page whose cards cannot be drawn as they stand shows them as they were said, and is noted as opened then', async () => {
  const happened: string[] = []
  const browsed = await servePages({
    answer: answering(replies),
    inbox: {
      messagesFor: () => Promise.resolve([{ ...aCard(1), state: 'on-page' }]),
      asTheyStand: () => Promise.reject(new Error(String(happened.push('drawn')))),
    },
    opened: () => Promise.resolve(void happened.push('opened')),
  })
  const { status, text } = await send(browsed, '/')
  await browsed.close()

  expect(status).toBe(200)
  expect(text).toContain(aCard(1).card.title)
  expect(happened).toEqual(['drawn', 'opened'])
  expect(browsed.logged.map(({ event }) => event)).toEqual(['page-as-said'])
})

describe('what is refused', () => {
  it.each([
    ['no ask', '/ask'],
    ['an ask that is not JSON', '/ask?ask=%7B'],
    ['an unknown ask', `/ask?ask=${encodeURIComponent('{"ask":"open-everything"}')}`],
    ['an ask that does something', `/ask?ask=${encodeURIComponent('{"ask":"set-away"}')}`],
    ['two asks at once', `${openAddress}&ask=1`],
  ])('an address with %s', async (_, path) => {
    const { status } = await send(served, path)

    expect(status).toBe(400)
    expect(replies.asked).toBeUndefined()
  })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling of this site', { 'sec-fetch-site': 'same-site' }],
    ['an old browser at another origin', { 'sec-fetch-site': '', origin: 'http://evil.example' }],
  ])('a form sent from %s', async (_, headers) => {
    const hidden = await drawn()
    const before = replies.asked?.length

    const { status, text } = await send(served, '/ask', hidden, headers)

    expect(status).toBe(403)
    expect(text).toContain('not sent from an Unstuck page')
    expect(replies.asked?.length).toBe(before)
  })

  it('a form that was made for somebody else', async () => {
    const { status, text } = await send(served, '/ask', { ...(await drawn()), _csrf: 'somebody-else’s' })

    expect(status).toBe(403)
    expect(text).toContain('made for somebody else')
  })

  it('a form that is far too long, with a sentence', async () => {
    const { status, text } = await send(served, '/ask', { ...(await drawn()), 'field-worries': 'x'.repeat(1_100_000) })

    expect(status).toBe(413)
    expect(text).toContain('This is too long to send')
  })

  it('an address that does not exist, with a sentence', async () => {
    const { status, text } = await send(served, '/nowhere')

    expect(status).toBe(404)
    expect(text).toContain('Page not found')
  })

  it('a visitor whom nobody knows', async () => {
    const closed = await servePages({ answer: answering(replies), whoIs: () => Promise.resolve(undefined) })
    const { status, text } = await send(closed, openAddress)
    await closed.close()

    expect(status).toBe(403)
    expect(text).toContain('I do not know you yet')
  })
})

describe('every page', () => {
  it('may not be framed, stored, or run anything but what we serve', async () => {
    const { headers } = await send(served, '/')

    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'; script-src 'self'")
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it('is styled without the typeface and the crest that are for government alone', async () => {
    const { text } = await send(served, '/')
    const address = /href="(\/assets\/\w+\/unstuck\.css)"/.exec(text)?.[1] ?? ''

    const css = await send(served, address)

    expect(css.headers.get('cache-control')).toContain('immutable')
    expect(css.text).not.toMatch(/GDS Transport|crest|@font-face|url\(/)
  })

  it('shows messages newest first, a page at a time', async () => {
    const sent = Array.from({ length: 65 }, (_, n) => aCard(n))
    const many = await servePages({ answer: answering(replies), inbox: { messagesFor: () => Promise.resolve(sent) } })
    const [first, last] = [await send(many, '/'), await send(many, '/?page=3')]
    await many.close()

    expect(first.text).toMatch(/Message 64[^]*Message 35(?![^]*Message 34)/)
    expect(first.text).toContain('href="/?page=2"')
    expect(last.text).toMatch(/Message 4[^]*Message 0/)
    expect(last.text).not.toContain('href="/?page=4"')
  })

  it('says when a held message will be sent', async () => {
    const { text } = await send(served, '/')

    expect(text).toContain('will be sent Monday 23 November 2026, 09:00')
    expect(text).toContain(askedCard.title)
  })
})

const drawn = async () => (await send(served, openAddress)).hidden
