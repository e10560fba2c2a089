/** Forms and presses sent from pages, over real HTTP: whatever becomes of them, what was typed is not lost. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { done } from '../../src/display/answer.ts'
import { askingFirst, button, card } from '../../src/display/card.ts'
import { notComplete, refused } from '../../src/display/refusal.ts'
import { MeetingId } from '../../src/ids.ts'
import { answering, openAddress, type Replies } from './replies.ts'
import { aForm, aReading, hostile, request } from './samples.ts'
import { aVisitor, send, servePages, type Served } from './serve.ts'

const written = { 'field-worries': 'Not sleeping.\r\nNot eating.', 'field-child': 'yes', 'field-by': '2026-09-30' }

let replies: Replies
let served: Served

beforeEach(async () => {
  replies = { opening: aForm }
  served = await servePages({ answer: answering(replies), patienceMs: 200 })
})
afterEach(() => served.close())

const drawn = async () => (await send(served, openAddress)).hidden
const lastAsked = () => replies.asked?.at(-1)

describe('a form that was filled in', () => {
  it('becomes one ask with what was typed, lines ending as they were written', async () => {
    replies.doing = done('Saved.')
    const hidden = await drawn()

    await send(
      served,
      '/ask',
      new URLSearchParams([
        ...Object.entries({ ...hidden, ...written }),
        ['field-agencies', 'police'],
        ['field-agencies', 'school'],
      ]),
    )

    expect(lastAsked()).toMatchObject({
      ask: { ask: 'give-input', request },
      by: aVisitor.person,
      once: hidden['once'],
    })
    const form = lastAsked()?.form ?? {}
    expect(form['worries']?.map((typed) => typed.reveal())).toEqual(['Not sleeping.\nNot eating.'])
    expect(form['agencies']?.map((typed) => typed.reveal())).toEqual(['police', 'school'])
    expect(form['seen']).toBeUndefined()
  })

  it('is answered by another page, whose address holds no words', async () => {
    replies.doing = done('Saved. You can correct it.')

    const { status, headers } = await send(served, '/ask', { ...(await drawn()), ...written })
    const next = headers.get('location') ?? ''
    const page = await send(served, next)

    expect(status).toBe(303)
    expect(next).toMatch(/^\/done\/[0-9a-f-]{36}$/)
    expect(page.text).toContain('Saved. You can correct it.')
  })

  it('keeps every answer when one needs another look, and says which', async () => {
    replies.doing = notComplete({ by: 'Give a date on or after Monday 7 September 2026.' })

    const { status, text, hidden } = await send(served, '/ask', { ...(await drawn()), ...written })

    expect(status).toBe(422)
    expect(text).toContain('<title>Error: Your view – Unstuck</title>')
    expect(text).toContain('href="#field-by">By when? Give a date on or after Monday 7 September 2026.</a>')
    expect(text).toContain('>Not sleeping.\nNot eating.</textarea>')
    expect(text).toMatch(/value="yes" checked/)
    expect(hidden['once']).not.toBe(replies.asked?.at(-1)?.once)
  })

  it('opens its questions again when they are no longer remembered', async () => {
    replies.doing = notComplete({ by: 'Give a date.' })
    const forgotten = { ...(await drawn()), once: '99999999-9999-4999-8999-999999999999' }

    const { text } = await send(served, '/ask', { ...forgotten, ...written })

    expect(text).toContain('What worries us?')
    expect(text).toContain('>Not sleeping.\nNot eating.</textarea>')
  })

  it('is drawn again when the answer is a form', async () => {
    replies.doing = { ...aForm, title: 'One more thing' }

    const { status, text } = await send(served, '/ask', { ...(await drawn()), ...written })

    expect(status).toBe(200)
    expect(text).toContain('One more thing')
  })

  it('shows what was typed, to be copied, when it is refused for good', async () => {
    replies.doing = refused('no-longer-there')

    const { status, text } = await send(served, '/ask', { ...(await drawn()), ...written })

    expect(status).toBe(404)
    expect(text).toMatch(/What worries us\?[^]*readonly[^>]*>Not sleeping\.\nNot eating\.<\/textarea>/)
  })
})

describe('while nothing can be saved', () => {
  it.each([
    ['an error', new Error('the database is away')],
    ['no answer in time', 'silence' as const],
  ])('a form that meets %s comes back with its answers and the same key', async (_, failure) => {
    replies.doing = failure
    const hidden = await drawn()

    const page = await send(served, '/ask', { ...hidden, ...written, 'field-worries': hostile })

    expect(page.status).toBe(503)
    expect(page.text).toContain('Not saved yet')
    expect(page.text).toContain('document.title=&quot;owned&quot;')
    expect(page.hidden).toEqual(hidden)
    expect(JSON.stringify(served.logged)).not.toContain('owned')
  })

  it('a form whose questions are forgotten comes back as plain words, to be copied or sent again', async () => {
    replies.doing = new Error('the database is away')
    const forgotten = { ...(await drawn()), once: '99999999-9999-4999-8999-999999999999' }

    const page = await send(served, '/ask', { ...forgotten, ...written })

    expect(page.status).toBe(503)
    expect(page.text).toMatch(/name="field-worries"[^>]*>Not sleeping\.\nNot eating\.<\/textarea>/)
    expect(page.hidden).toEqual(forgotten)
  })

  it('a press can be sent again under the same key', async () => {
    replies.doing = new Error('the database is away')
    const press = await pressOf(served)

    const page = await send(served, '/ask', press)

    expect(page.status).toBe(503)
    expect(page.text).toContain('Send again')
    expect(page.hidden).toEqual(press)
  })

  it('a page that cannot be opened says so with the reference that the log has', async () => {
    replies.opening = undefined

    const { status, text } = await send(served, openAddress)

    const reference = /give this reference: <strong>(\w{8})</.exec(text)?.[1]
    expect(status).toBe(500)
    expect(served.logged).toMatchObject([{ event: 'page-failed', ids: { reference } }])
    expect(text).not.toContain('the test gave no reply')
  })
})

describe('a press', () => {
  it('is an ask without a form', async () => {
    replies.doing = aReading

    const { status, text } = await send(served, '/ask', await pressOf(served))

    expect(status).toBe(200)
    expect(text).toContain('Run sheet K7M2')
    expect(lastAsked()).not.toHaveProperty('form')
  })
})

/** The hidden fields of the last button on the person's own page that does something. */
async function pressOf(from: Served): Promise<Record<string, string>> {
  return (await send(from, '/')).hidden
}

describe('a press that cannot be taken back', () => {
  const starts = '2026-09-10T09:00:00.000Z'
  const meeting = MeetingId.parse('0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a02')
  const press = askingFirst(button('Meet then', { ask: 'pick-slot', meeting, starts }), {
    ...{ asks: 'Meet on Thursday 10 September?', says: 'Everybody is told at once.', yes: 'Yes, meet then' },
  })

  it('is asked about on a page of its own, which does nothing by itself and leads back', async () => {
    replies.opening = card('Choose a time', [], [press])
    const { hidden, text } = await send(served, openAddress)
    expect(text).toContain('action="/question"')
    const cameFrom = { referer: served.address + openAddress }
    const question = await send(served, '/question', hidden, cameFrom)
    expect(question.text).toMatch(/<h1[^>]*>Meet on Thursday 10 September\?<\/h1>/)
    expect(question.text).toContain('Everybody is told at once.')
    expect(question.text).toContain(`<a href="${openAddress.replaceAll('&', '&amp;')}" role="button"`)
    expect(lastAsked()?.ask.ask).not.toBe('pick-slot')

    replies.doing = done('Chosen.')
    expect((await send(served, '/ask', question.hidden)).status).toBe(303)
    expect(lastAsked()).toMatchObject({ ask: { ask: 'pick-slot', meeting, starts }, once: question.hidden['once'] })
  })

  it('is asked about by a page of ours alone', async () => {
    const { hidden } = await send(served, openAddress)
    const words = JSON.stringify({ asks: 'a', says: 'b', yes: 'c', no: 'd' })
    const sent = { ask: JSON.stringify(press.ask), question: words, _csrf: hidden['_csrf'] ?? '' }
    expect((await send(served, '/question', { ...sent, _csrf: 'x' })).status).toBe(403)
    expect((await send(served, '/question', { ...sent, question: '{}' })).status).toBe(400)
    expect((await send(served, '/question', sent, { referer: 'https://elsewhere.example/x' })).text).toContain(
      'href="/" role',
    )
  })
})
