/** What was typed on a page and not sent, over real HTTP: it is there again for its writer, and for nobody else. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { done } from '../../src/display/answer.ts'
import { form } from '../../src/display/form.ts'
import { notComplete } from '../../src/display/refusal.ts'
import { PersonId } from '../../src/ids.ts'
import { safeguardedForm } from '../../src/concerns/safeguarded.form.ts'
import type { Who } from '../../adapters/web/visit.ts'
import { draftsInMemory } from './drafts-in-memory.ts'
import { answering, openAddress, type Replies } from './replies.ts'
import { aForm, urgent } from './samples.ts'
import { aVisitor, send, servePages, type Served } from './serve.ts'

const typed = { 'field-worries': 'Zebedee sleeps badly.', 'field-child': 'yes' }
const another: Who = { person: PersonId.parse('police-lead'), name: 'Peter Lang' }

let replies: Replies
let who: Who | undefined
let lapsed: PersonId | undefined
let failing: boolean
let served: Served

beforeEach(async () => {
  ;[replies, who, lapsed, failing] = [{ opening: aForm }, aVisitor, undefined, false]
  const drafts = draftsInMemory()
  const orFail = <T>(work: () => Promise<T>) => (failing ? Promise.reject(new Error('away')) : work())
  served = await servePages({
    answer: answering(replies),
    patienceMs: 200,
    whoIs: () => Promise.resolve(who),
    whoWas: () => Promise.resolve(lapsed),
    drafts: {
      ...drafts,
      keep: (...kept) => orFail(() => drafts.keep(...kept)),
      find: (of) => orFail(() => drafts.find(of)),
    },
  })
})
afterEach(() => served.close())

const open = () => send(served, openAddress)
const keep = async (hidden?: Record<string, string>) =>
  send(served, '/draft', { ...(hidden ?? (await open()).hidden), ...typed })
const isThere = async () => (await open()).text.includes('Zebedee sleeps badly.')

it('is in the form when its person opens it again, with when it was written', async () => {
  expect((await keep()).status).toBe(204)

  const { text } = await open()

  expect(text).toContain('>Zebedee sleeps badly.</textarea>')
  expect(text).toMatch(/value="yes" checked/)
  expect(text).toContain('What you wrote until Monday 7 September 2026, 10:30 is here again.')
})

it('is never shown to somebody else in the same browser, and is there when its writer comes back', async () => {
  const { hidden } = await open()
  await keep(hidden)

  who = another
  expect(await isThere()).toBe(false)
  expect((await keep(hidden)).status).toBe(403)
  expect(await isThere()).toBe(false)

  who = aVisitor
  expect(await isThere()).toBe(true)
})

it.each(['post', 'script'])('is kept for whose session lapsed, and for nobody else: %s', async (how) => {
  const { hidden } = await open()
  ;[who, lapsed] = [undefined, aVisitor.person]
  const path = how === 'post' ? '/ask' : '/draft'

  await send(served, path, { ...hidden, ...typed })
  ;[who, lapsed] = [aVisitor, undefined]
  expect(await isThere()).toBe(true)
})

it.each(['nobody', 'somebody else'])('is not kept where %s was signed in before', async (before) => {
  const { hidden } = await open()
  ;[who, lapsed] = [undefined, before === 'nobody' ? undefined : another.person]
  expect((await keep(hidden)).status).toBe(403)

  for (who of [aVisitor, another]) expect(await isThere()).toBe(false)
})

it('is kept without a script too, when a form that was sent needs another look', async () => {
  replies.doing = notComplete({ by: 'Give a date.' })
  await send(served, '/ask', { ...(await open()).hidden, ...typed })
  expect(await isThere()).toBe(true)

  replies.doing = new Error('away')
  await send(served, '/ask', { ...(await open()).hidden, ...typed, 'field-worries': 'Longer.' })
  expect((await open()).text).toContain('>Longer.</textarea>')
})

it('is gone once the form was sent, also where the page says it once more afterwards', async () => {
  replies.doing = done('Saved.')
  const { hidden } = await open()
  await keep(hidden)
  await send(served, '/ask', { ...hidden, ...typed })
  expect(await isThere()).toBe(false)

  expect((await keep(hidden)).status).toBe(403)
  expect(await isThere()).toBe(false)
})

it('is gone when its person starts again', async () => {
  await keep()
  const { hidden } = await open()
  const again = await send(served, '/start-again', hidden)

  expect([again.status, again.headers.get('location')]).toEqual([303, openAddress])
  expect(await isThere()).toBe(false)
})

it('sends what it would have sent, so that nothing is saved twice', async () => {
  const becoming = (becomes: string) =>
    form('Raise', { ...aForm, submit: { label: 'Raise', ask: { ask: 'raise-case', becomes } } } as never)
  const [first, second] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const
  replies.opening = becoming(first)
  await keep()

  replies.opening = becoming(second)
  expect((await open()).hidden['ask']).toContain(first)
})

it('asks about danger again: now is another moment by then', async () => {
  replies.opening = safeguardedForm('Raise', urgent, { ...aForm })
  await send(served, '/draft', { ...(await open()).hidden, ...typed, 'field-danger': 'no' })

  const { text } = await open()

  expect(text).toContain('>Zebedee sleeps badly.</textarea>')
  expect(text).toContain('name="field-danger"')
  expect(text).not.toMatch(/name="field-danger"[^>]* checked/)
})

it('keeps nobody from a form, and stands in no log', async () => {
  failing = true
  const { status, hidden } = await open()
  expect(status).toBe(200)
  expect((await keep(hidden)).status).toBe(403)

  expect(served.logged.map(({ event }) => event)).toEqual(['draft-failed', 'draft-failed'])
  expect(JSON.stringify(served.logged)).not.toContain('Zebedee')
})
