/** Who gets in by an email, and who does not: over http, on a real database, with a real mail server. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { addressOf } from '../../adapters/web/render-card.ts'
import type { Served } from './serve.ts'
import { demonstration } from '../support/builders.ts'
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
  await sql`truncate sign_ins, sessions, accounts`.execute(house.db)
  house.logged.splice(0)
  served = await house.start()
  browser = newBrowser(served)
})
afterEach(() => served.close())

const iro = 'iro@demo.example'
const emails = () => house.mail.emailsTo(iro).length
const minutes = (count: number) => house.realClock.pass(count * 60_000)

/** Emails are sent after the answer, so the one that this brings is waited for. */
async function linkFrom(asking: () => Promise<unknown>, address = iro): Promise<string> {
  const before = house.mail.emailsTo(address).length
  await asking()
  await house.mail.waitFor(address, () => house.mail.emailsTo(address).length > before)
  return linkFor(house.mail, address)
}

const asksAndGetsLink = (by: Browser = browser, address = iro): Promise<string> =>
  linkFrom(() => by.ask(address), address)

async function signsIn(by: Browser = browser): Promise<void> {
  const entered = await by.enter(await asksAndGetsLink(by))
  expect([entered.status, entered.location]).toEqual([303, '/'])
}

const isIn = async (by: Browser = browser): Promise<boolean> => {
  const { status, location } = await by.send('/')
  expect([200, 303]).toContain(status)
  if (status === 303) expect(location).toBe('/sign-in')
  return status === 200
}

describe('a link', () => {
  it('signs in the person who asked, with their name and a way out on every page', async () => {
    await signsIn()
    const { text } = await browser.send('/')

    expect(text).toContain('Imogen Rooke')
    expect(text).toContain('Sign out')
    expect((await browser.send('/sign-in')).location).toBe('/')
    expect(await house.db.selectFrom('accounts').select(['platform', 'account_user', 'linked_by']).execute()).toEqual([
      { platform: 'web', account_user: 'iro', linked_by: 'letter' },
    ])
  })

  it('is used up by a press alone: a program that opens it uses nothing up', async () => {
    const link = await asksAndGetsLink()
    const elsewhere = newBrowser(served)
    for (const by of [elsewhere, elsewhere, browser, browser]) await by.send(link)

    expect((await elsewhere.send(link)).text).toContain('Open the link in the browser you used to ask for it')
    expect((await browser.send(link)).text).toContain('You stay signed in for 12 hours')
    expect((await browser.enter(link)).location).toBe('/')
  })

  it('works once', async () => {
    const link = await asksAndGetsLink()
    await browser.enter(link)
    browser.cookies.delete('unstuck-session')

    expect((await browser.enter(link)).text).toContain('This link no longer works')
    expect(await isIn()).toBe(false)
  })

  it('works once, also where the button is pressed many times at once', async () => {
    const link = await asksAndGetsLink()
    const { csrf } = await browser.send(link)
    const presses = await Promise.all([1, 2, 3, 4].map(() => browser.send(link, { _csrf: csrf })))

    expect(presses.filter(({ status }) => status === 303)).toHaveLength(1)
  })

  it('lapses after 15 minutes', async () => {
    const link = await asksAndGetsLink()
    minutes(15)

    expect((await browser.enter(link)).status).toBe(403)
    expect(await isIn()).toBe(false)
  })

  it('works in no other browser, and is not used up by one', async () => {
    const link = await asksAndGetsLink()
    const other = newBrowser(served)
    await other.send('/sign-in')

    expect((await other.enter(link)).status).toBe(403)
    expect(await isIn(other)).toBe(false)
    expect((await browser.enter(link)).location).toBe('/')
  })

  it.each([`/sign-in/${'A'.repeat(43)}`, '/sign-in/1', '/sign-in/%27%3B--', `/sign-in/${'x'.repeat(5000)}`])(
    'that was made up opens nothing: %s',
    async (link) => {
      await asksAndGetsLink()

      expect((await browser.enter(link)).status).toBe(403)
      expect(await isIn()).toBe(false)
    },
  )

  it('leads to the address of the settings, whatever a request says of its host', async () => {
    const { csrf } = await browser.send('/sign-in')
    const elsewhere = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
    await linkFrom(() => browser.send('/sign-in', { address: iro, _csrf: csrf }, elsewhere))

    expect(house.mail.emailsTo(iro).at(-1)?.raw).toContain('http://unstuck.test/sign-in/')
    expect(house.mail.emailsTo(iro).at(-1)?.raw).not.toContain('evil')
  })

  it('is kept by the database as a hash alone, as sessions and addresses are', async () => {
    const link = await asksAndGetsLink()
    await browser.enter(link)
    const rows = [
      ...(await house.db.selectFrom('sign_ins').selectAll().execute()),
      ...(await house.db.selectFrom('sessions').selectAll().execute()),
    ]
    const text = rows.flatMap((row) => Object.values(row).map(String)).join(' ')

    expect(rows).toHaveLength(2)
    for (const secret of [link.slice(-43), ...browser.cookies.values(), iro]) expect(text).not.toContain(secret)
  })
})

describe('an address', () => {
  it.each(['nobody@demo.example', 'iro@demo.example.evil.example', `${'x'.repeat(60)}@demo.example`])(
    'that nobody has gets the same answer, and no email: %s',
    async (typed) => {
      let known = { status: 0, text: '' }
      await linkFrom(async () => (known = await browser.ask(iro)))
      const all = house.mail.emails().length
      const unknown = await newBrowser(served).ask(typed)

      expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
      expect(unknown.text).toContain('If we know this email address, we have sent you an email.')
      expect(house.mail.emails()).toHaveLength(all)
      expect(unknown.text).not.toContain(typed)
    },
  )

  it('is known however its letters are written', async () => {
    await linkFrom(() => browser.ask(' IRO@Demo.Example '))
  })

  it.each(['', 'iro', 'iro@', 'a@demo.example, b@demo.example'])(
    'that can be none is asked again: "%s"',
    async (typed) => {
      const reply = await browser.ask(typed)

      expect(reply.status).toBe(422)
      expect(reply.text).toContain('Enter your work email address')
    },
  )

  it('gets five emails in 15 minutes at most, no matter who asks, and the answer is the same', async () => {
    const before = emails()
    const answers: string[] = []
    while (answers.length < 5) answers.push((await newBrowser(served).ask(iro)).text)
    await house.mail.waitFor(iro, () => emails() === before + 5)
    answers.push((await newBrowser(served).ask(iro)).text)

    expect(new Set(answers).size).toBe(1)
    expect(emails()).toBe(before + 5)
    minutes(15)
    await asksAndGetsLink(newBrowser(served))
  })

  it('is asked for ten times in one browser at most', async () => {
    for (let asked = 0; asked < 10; asked += 1)
      expect((await browser.ask(`somebody${asked}@demo.example`)).status).toBe(200)

    expect((await browser.ask(iro)).status).toBe(429)
    expect((await newBrowser(served).ask('nobody@demo.example')).status).toBe(200)
  })

  it('lies in no log, also where the mail server refuses it', async () => {
    house.mail.answer(iro, `550 5.1.1 <${iro}> is unknown`)
    const { text } = await browser.ask(iro)
    await expect.poll(() => house.logged.length).toBe(1)
    house.mail.answer(iro, undefined)
    const [{ event, error, ids }] = house.logged as [House['logged'][number]]

    expect(text).toContain('we have sent you an email')
    expect([event, ids]).toEqual(['sign-in-email-failed', { person: 'iro' }])
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain(iro)
  })
})

describe('a session is over', () => {
  beforeEach(() => signsIn())

  it('after 12 hours', async () => {
    minutes(12 * 60 - 1)
    expect(await isIn()).toBe(true)
    minutes(1)
    expect(await isIn()).toBe(false)
  })

  it('after signing out, also for who kept the cookie', async () => {
    const kept = new Map(browser.cookies)
    const { csrf } = await browser.send('/')
    const out = await browser.send('/sign-out', { _csrf: csrf })

    expect(out.location).toBe('/sign-in')
    expect(await isIn()).toBe(false)
    for (const [name, value] of kept) browser.cookies.set(name, value)
    expect(await isIn()).toBe(false)
  })

  it('once the browser was taken away, and for good: neither an email nor giving it back revives it', async () => {
    await sql`update accounts set removed_at = now()`.execute(house.db)
    expect(await isIn()).toBe(false)

    const link = await asksAndGetsLink()
    expect((await browser.enter(link)).status).toBe(403)
    expect(await isIn()).toBe(false)

    await sql`update accounts set removed_at = null, linked_at = now()`.execute(house.db)
    expect(await isIn()).toBe(false)
    await signsIn()
  })

  it('once its person has left the partnership', async () => {
    const waiting = newBrowser(served)
    const link = await asksAndGetsLink(waiting)
    const people = demonstration.people.filter(({ id }) => id !== 'iro')
    const without = await house.start({ ...demonstration, people })
    try {
      expect(await isIn(browser.at(without))).toBe(false)
      expect((await waiting.at(without).enter(link)).status).toBe(403)
    } finally {
      await without.close()
    }
  })

  it('for the person who was signed in here before', async () => {
    const before = browser.cookies.get('unstuck-session') ?? ''
    browser.cookies.delete('unstuck-session')
    const link = await asksAndGetsLink(browser, 'chair@demo.example')
    browser.cookies.set('unstuck-session', before)
    await browser.enter(link)

    expect((await browser.send('/')).text).toContain('Cosmo Verity')
    browser.cookies.set('unstuck-session', before)
    expect(await isIn()).toBe(false)
  })

  it.each(['', 'x', 'A'.repeat(43), '../../etc'])('for a cookie that was made up: "%s"', async (made) => {
    browser.cookies.set('unstuck-session', made)

    expect(await isIn()).toBe(false)
  })
})

describe('what a page of ours did not send', () => {
  it('asks for no email', async () => {
    const { csrf } = await browser.send('/sign-in')
    const other = await newBrowser(served).send('/sign-in')
    const all = house.mail.emails().length

    for (const token of ['', 'forged', other.csrf])
      expect((await browser.send('/sign-in', { address: iro, _csrf: token })).status).toBe(403)
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])
      expect((await browser.send('/sign-in', { address: iro, _csrf: csrf }, headers)).status).toBe(403)
    expect(house.mail.emails()).toHaveLength(all)
    expect(await house.db.selectFrom('sign_ins').select('id').execute()).toEqual([])
  })

  it('opens no link', async () => {
    const link = await asksAndGetsLink()
    const { csrf } = await browser.send(link)

    expect((await browser.send(link, { _csrf: 'forged' })).status).toBe(403)
    expect((await browser.send(link, { _csrf: csrf }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect(await isIn()).toBe(false)
    expect((await browser.enter(link)).location).toBe('/')
  })

  it('signs nobody out', async () => {
    await signsIn()

    expect((await browser.send('/sign-out', { _csrf: 'forged' })).status).toBe(403)
    expect((await browser.send('/sign-out', {})).status).toBe(403)
    expect(await isIn()).toBe(true)
  })
})

describe('cookies', () => {
  it('are out of reach of scripts and of other sites, and are found after a link is followed', async () => {
    const asked = await browser.send('/sign-in')
    const entered = await browser.enter(await asksAndGetsLink())
    const set = [...asked.setCookies, ...entered.setCookies].filter((cookie) => !/=;/.test(cookie))

    expect(set.map((cookie) => cookie.split('=')[0])).toEqual(['unstuck-browser', 'unstuck-session'])
    for (const cookie of set) expect(cookie).toMatch(/; Path=\/;.*HttpOnly; SameSite=Lax$/)
  })

  it('are for this host over https alone, where the pages are', async () => {
    const secure = await house.start(demonstration, 'https://unstuck.example.org')
    try {
      const other = newBrowser(secure)
      const entered = await other.enter(await asksAndGetsLink(other))
      const [session] = entered.setCookies.filter((cookie) => !/=;/.test(cookie))

      expect(session).toMatch(
        /^__Host-unstuck-session=[\w-]{43}; Max-Age=129600; Path=\/;.*HttpOnly; Secure; SameSite=Lax$/,
      )
      expect([...other.cookies.keys()]).toEqual(['__Host-unstuck-browser', '__Host-unstuck-session'])
      expect(house.mail.emailsTo(iro).at(-1)?.raw).toContain('https://unstuck.example.org/sign-in/')
    } finally {
      await secure.close()
    }
  })
})

describe('who is not signed in', () => {
  const wanted = addressOf({ ask: 'open-mine' })

  it('is brought to where they wanted to go, by way of signing in', async () => {
    expect((await browser.send(wanted)).location).toBe('/sign-in')

    expect((await browser.enter(await asksAndGetsLink())).location).toBe(wanted)
    expect(browser.cookies.has('unstuck-wanted')).toBe(false)
  })

  it.each(['{"ask":"set-away"}', '"https://evil.example"', '//evil.example', 'no JSON'])(
    'is brought nowhere else: %s',
    async (planted) => {
      const link = await asksAndGetsLink()
      browser.cookies.set('unstuck-wanted', Buffer.from(planted).toString('base64url'))

      expect((await browser.enter(link)).location).toBe('/')
    },
  )

  it('gets back what they typed, and nothing is done', async () => {
    const form = { ask: '{"ask":"set-away"}', once: crypto.randomUUID(), opened: '', 'field-from': 'Zebedee & co' }
    const { status, text } = await browser.send('/ask', form)

    expect(status).toBe(403)
    expect(text).toContain('You are not signed in')
    expect(text).toContain('Zebedee &amp; co')
    expect(JSON.stringify(house.logged)).not.toContain('Zebedee')
  })
})
