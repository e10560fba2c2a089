/** A session that ends while somebody types, on a real database: the words wait for them alone. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { addressOf } from '../../adapters/web/render-card.ts'
import type { Served } from './serve.ts'
import { linkFor, newBrowser, startSigningIn, type Browser } from './signing-in.ts'

type House = Awaited<ReturnType<typeof startSigningIn>>

let house: House
let served: Served
let browser: Browser

beforeAll(async () => {
  house = await startSigningIn()
})
afterAll(() => house.stop())
beforeEach(async () => {
  await house.db.deleteFrom('drafts').execute()
  served = await house.start()
  browser = newBrowser(served)
})
afterEach(() => served.close())

const [iro, chair] = ['iro@demo.example', 'chair@demo.example']
const away = addressOf({ ask: 'open-away' })
const hours = (count: number) => house.realClock.pass(count * 3_600_000)
const drafts = async () => (await house.db.selectFrom('drafts').select('person').execute()).map(({ person }) => person)

async function signIn(address: string, by: Browser = browser) {
  const before = house.mail.emailsTo(address).length
  await by.ask(address)
  await house.mail.waitFor(address, () => house.mail.emailsTo(address).length > before)
  return by.enter(await linkFor(house.mail, address))
}

async function openForm(): Promise<Record<string, string>> {
  const { text } = await browser.send(away)
  const found = [...text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)]
  const hidden = Object.fromEntries(found.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]))
  return { ...hidden, 'field-from': 'Zebedee' }
}

it('a form that is sent after the session lapsed is there after signing in again, in the form and nowhere else', async () => {
  await signIn(iro)
  const form = await openForm()
  hours(13)

  const { status, text } = await browser.send('/ask', form)
  expect(status).toBe(403)
  expect(text).toContain('Sign in again in this browser, and you are back in the form with it.')
  expect(text).not.toContain('Zebedee')

  expect((await signIn(iro)).location).toBe(away)
  expect((await browser.send(away)).text).toContain('value="Zebedee"')
  expect(JSON.stringify(house.logged)).not.toContain('Zebedee')
})

it('whoever signs in next in the same browser does not see it, and its writer does later', async () => {
  await signIn(iro)
  const form = await openForm()
  hours(13)
  await browser.send('/ask', form)

  await signIn(chair)
  expect((await browser.send(away)).text).not.toContain('Zebedee')
  await browser.send('/sign-out', { _csrf: (await browser.send('/')).csrf })
  await signIn(iro)
  expect((await browser.send(away)).text).toContain('Zebedee')
})

it('is not kept more than a day after the session lapsed, nor after signing out', async () => {
  await signIn(iro)
  const form = await openForm()
  await browser.send('/sign-out', { _csrf: (await browser.send('/')).csrf })
  const { text } = await browser.send('/ask', form)
  expect(text).toContain('Zebedee')
  expect(await drafts()).toEqual([])

  await signIn(iro)
  const later = await openForm()
  hours(12 + 24 + 1)
  await browser.send('/ask', later)
  expect(await drafts()).toEqual([])
})

it('is thrown away when its person signs out, also after their session lapsed, and what others wrote stays', async () => {
  const other = newBrowser(served)
  await signIn(chair, other)
  await other.send('/draft', { ...(await openForm()), _csrf: (await other.send(away)).csrf })
  await signIn(iro)
  const form = await openForm()
  await browser.send('/draft', form)
  await browser.send('/sign-out', { _csrf: form['_csrf'] ?? '' })
  expect(await drafts()).not.toContain('iro')

  await signIn(iro)
  await browser.send('/draft', await openForm())
  expect(await drafts()).toContain('iro')
  hours(13)
  await browser.send('/sign-out', {})
  expect(await drafts()).not.toContain('iro')
})
