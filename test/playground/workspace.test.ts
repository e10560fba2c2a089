/** The local workspace over real HTTP: who one is, whom to be next, and what moving its clock shows. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { card } from '../../src/display/card.ts'
import { MessageId } from '../../src/ids.ts'
import type { InboxMessage } from '../../src/ports/inbox.ts'
import { answering } from '../web/replies.ts'
import { aForm } from '../web/samples.ts'
import { send, serveWorkspace, type Reply, type Served } from '../web/serve.ts'

let now: Date
let moved: string[]
let inboxes: Record<string, InboxMessage[]>
let served: Served
let cookies: Map<string, string>
let told = 0

beforeEach(async () => {
  now = new Date('2026-09-07T08:30:00Z')
  moved = []
  inboxes = {}
  cookies = new Map()
  served = await serveWorkspace({
    answer: answering({ opening: aForm }),
    clock: { now: () => now },
    moveClock: (to) => {
      moved.push(to.toISOString())
      now = to
      return Promise.resolve()
    },
    inbox: { messagesFor: (person) => Promise.resolve(inboxes[person] ?? []) },
  })
})
afterEach(() => served.close())

function tell(person: string, title: string, at: string): void {
  told += 1
  const id = MessageId.parse(`00000000-0000-4000-8000-${String(told).padStart(12, '0')}`)
  inboxes[person] = [...(inboxes[person] ?? []), { id, card: card(title, []), state: 'sent', sentAt: new Date(at) }]
}

/** One browser: it keeps the cookies that it gets. */
async function visit(
  path: string,
  form?: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const reply = await send(served, path, form, { ...(cookie && { cookie }), ...headers })
  for (const set of reply.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
    cookies.set(name, value)
  }
  return reply
}

const be = (person: string) => visit('/playground/be', { person })

describe('somebody new', () => {
  it('reads which numbers of a child can be tried', async () => {
    expect((await visit('/playground')).text).toContain(
      'Here these work: <strong>LK104</strong> and <strong>943 476 5919</strong>.',
    )
  })

  it('is shown whom one can be, in the order in which a case meets them', async () => {
    const first = await visit('/')
    const { text } = await visit(first.headers.get('location') ?? '')

    expect(first.status).toBe(303)
    expect(text).toMatch(
      /Priya Nair[^]*Sam Wood[^]*Hannah Osei[^]*Peter Lang[^]*Shona Leith[^]*Charles Hart[^]*Ines Roberts/,
    )
    expect(text).toContain('Monday 7 September 2026, 09:30')
  })

  it('becomes the person chosen, for this browser alone', async () => {
    const chosen = await be('health-lead')
    const { text } = await visit('/')

    expect(chosen.headers.get('set-cookie')).toMatch(
      /^unstuck-persona=health-lead\.[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    expect(text).toContain('You are: <strong>Hannah Osei</strong>, Health lead')
    expect(text).toContain('In the demonstration it is <strong>Monday 7 September 2026, 09:30</strong>')
  })

  it.each(['chair.', 'chair', 'nobody.x', ''])('is nobody with the cookie %j', async (cookie) => {
    cookies.set('unstuck-persona', cookie)

    const { status, headers } = await visit('/ask?ask=%7B%22ask%22%3A%22open-help%22%7D')

    expect([status, headers.get('location')]).toEqual([303, '/playground'])
  })

  it('cannot become somebody else by taking over the signature of a cookie', async () => {
    await be('health-lead')
    cookies.set('unstuck-persona', (cookies.get('unstuck-persona') ?? '').replace('health-lead', 'chair'))

    expect((await visit('/')).headers.get('location')).toBe('/playground')
  })
})

describe('whom to be next', () => {
  it('is said by the messages that were not looked at yet', async () => {
    tell('health-lead', 'One', '2026-09-07T08:00:00Z')
    tell('chair', 'Two', '2026-09-07T08:00:00Z')
    tell('chair', 'Three', '2026-09-07T08:10:00Z')
    await be('health-lead')

    const before = await visit('/')
    await be('chair')
    await visit('/')
    await be('health-lead')
    const after = await visit('/')

    expect(before.text).toMatch(/title="Charles Hart"[^]*play__count">2</)
    expect(after.text).not.toContain('play__count')
  })
})

describe('moving the clock', () => {
  const button = async (label: string) => {
    const { text } = await visit('/')
    const [, from = '', to = ''] =
      new RegExp(
        `name="from" value="([^"]*)"><input type="hidden" name="to" value="([^"]*)"><button[^>]*>${label}<`,
      ).exec(text) ?? []
    return { from, to }
  }

  it.each([
    ['An hour later', '2026-09-07T08:30:00Z', '2026-09-07T09:30:00.000Z'],
    ['A day later', '2026-09-07T08:30:00Z', '2026-09-08T08:30:00.000Z'],
    ['A week later', '2026-10-22T08:30:00Z', '2026-10-29T09:30:00.000Z'],
  ])('%s keeps the time of day, also over the clock change', async (label, from, to) => {
    now = new Date(from)
    await be('chair')

    await visit('/playground/later', await button(label))

    expect(moved).toEqual([to])
  })

  it('shows who was told what meanwhile', async () => {
    await be('chair')
    const day = await button('A day later')
    tell('chair', 'Before', '2026-09-07T08:00:00Z')
    tell('health-lead', 'Action due today', '2026-09-08T08:00:00Z')
    tell('chair', 'One action is due', '2026-09-08T08:05:00Z')

    const { headers } = await visit('/playground/later', day)
    const { text } = await visit(headers.get('location') ?? '')

    expect(text).toMatch(
      /Tuesday 8 September 2026[^]*09:00[^]*Hannah Osei[^]*Action due today[^]*09:05[^]*You[^]*One action is due/,
    )
    expect(text).not.toContain('Before')
  })

  it('says once what somebody was told again and again', async () => {
    await be('chair')
    for (const hour of ['09', '10', '11']) tell('chair', 'Urgent: not reported yet', `2026-09-07T${hour}:00:00Z`)

    const { text } = await visit('/playground/passed?since=2026-09-07T08:30:00.000Z')

    expect(text.match(/Urgent: not reported yet/g)).toHaveLength(1)
    expect(text).toMatch(/10:00[^]*3 times, the last at 12:00/)
  })

  it('moves once for a button that is pressed twice', async () => {
    await be('chair')
    const week = await button('A week later')

    await visit('/playground/later', week)
    const second = await visit('/playground/later', week)

    expect(moved).toHaveLength(1)
    expect(second.headers.get('location')).toContain('/playground/passed?since=')
  })

  it.each([
    ['a year', { from: '2026-09-07T08:30:00.000Z', to: '2027-09-07T08:30:00.000Z' }],
    ['no time', { from: 'yesterday', to: 'tomorrow' }],
  ])('is refused for %s', async (_, move) => {
    await be('chair')

    const { status } = await visit('/playground/later', move)

    expect(status).toBe(303)
    expect(moved).toEqual([])
  })
})
