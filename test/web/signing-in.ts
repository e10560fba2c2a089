/** Signing in for real: the pages on a real database and a real mail server, and browsers that keep cookies. */
import { randomUUID } from 'node:crypto'
import { createMail } from '../../adapters/mail/mail.ts'
import { createDrafts } from '../../adapters/postgres/drafts.ts'
import { openQuickly } from '../support/quick-database.ts'
import { createInbox } from '../../adapters/postgres/outbox/inbox.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createSignIns } from '../../adapters/postgres/accounts/sign-ins.ts'
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { createPages } from '../../adapters/web/app.ts'
import { createLook } from '../../adapters/web/look.ts'
import { createSignIn } from '../../adapters/web/sign-in.ts'
import { doorsOf } from '../../bin/wiring/doors.ts'
import { createAnswer } from '../../src/answer.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { demonstration } from '../support/builders.ts'
import { freshDatabase } from '../support/database.ts'
import { linkIn, startMail } from '../support/mail/service.ts'
import { manualClock } from '../support/manual-clock.ts'
import { logInto, serve, type Logged, type Served } from './serve.ts'

const secretKey = '5e'.repeat(32)
const look = createLook()

export type Reply = {
  readonly status: number
  readonly text: string
  readonly location: string | null
  readonly setCookies: readonly string[]
  /** The token of the page's form. */
  readonly csrf: string
}

export async function startSigningIn() {
  const { url, drop } = await freshDatabase()
  const { db, close } = openQuickly(url, 6)
  const mail = await startMail()
  const realClock = manualClock('2026-09-07T09:30:00Z')
  // As in a demonstration: far from the real one.
  const clock = manualClock('2027-03-01T09:30:00Z')
  const logged: Logged[] = []
  const log = logInto(logged)

  /** One start of the product with this partnership's file, in front of the same database. */
  function start(partnership: Partnership = demonstration, publicUrl = 'http://unstuck.test'): Promise<Served> {
    const seals = sealsOf(createVault(secretKey))
    const drafts = createDrafts(db, { clock, seals })
    const store = createStore({ db, seals, committed: () => undefined })
    const newId = () => randomUUID()
    const doors = doorsOf({ db, store, partnership: () => partnership, clock, newId, log, mail: true })
    const around = { partnership: () => partnership, look, secretKey, log }
    const emails = createMail({
      ...around,
      smtpUrl: mail.url,
      from: 'unstuck@partnership.example',
      publicUrl,
      accounts: doors.accounts,
    })
    const signIn = createSignIn({
      ...around,
      signIns: createSignIns(db, { realClock, secretKey }),
      recognise: doors.recognise,
      arrive: doors.arrive,
      sendEmail: (person, link) => emails.signInEmail(person, link),
      forgetDrafts: (person) => drafts.forgetAllOf(person),
      publicUrl,
    })
    const pages = createPages({
      ...around,
      answer: createAnswer({ store, clock, partnership: () => partnership, newId }),
      inbox: createInbox(db),
      opened: () => Promise.resolve(),
      drafts,
      whoIs: signIn.whoIs,
      whoWas: signIn.whoWas,
      stranger: signIn.stranger,
    })
    return serve([signIn.router, pages], logged)
  }

  return {
    start,
    mail,
    db,
    logged,
    realClock,
    async stop() {
      await mail.stop()
      await close()
      await drop()
    },
  }
}

export type Browser = {
  readonly cookies: Map<string, string>
  /** The same browser, its cookies and all, before another start of the product. */
  at(served: Served): Browser
  send(path: string, form?: Record<string, string>, headers?: Record<string, string>): Promise<Reply>
  ask(typed: string): Promise<Reply>
  /** Opens the link and presses the button of its page. */
  enter(path: string): Promise<Reply>
}

/** Keeps cookies as a browser does, and follows nothing by itself. */
export function newBrowser({ address }: Served, cookies = new Map<string, string>()): Browser {
  async function send(path: string, form?: Record<string, string>, headers: Record<string, string> = {}) {
    const response = await fetch(address + path, {
      redirect: 'manual',
      headers: {
        'sec-fetch-site': 'same-origin',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    const setCookies = response.headers.getSetCookie()
    for (const cookie of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = await response.text()
    const [, csrf = ''] = /name="_csrf" value="([^"]*)"/.exec(text) ?? []
    return { status: response.status, text, location: response.headers.get('location'), setCookies, csrf }
  }

  async function ask(typed: string): Promise<Reply> {
    const { csrf } = await send('/sign-in')
    return send('/sign-in', { address: typed, _csrf: csrf })
  }

  async function enter(path: string): Promise<Reply> {
    const { csrf } = await send(path)
    return send(path, { _csrf: csrf })
  }

  return { cookies, at: (served) => newBrowser(served, cookies), send, ask, enter }
}

type Mail = Awaited<ReturnType<typeof startMail>>

/** The path in the newest email to this address. */
export async function linkFor(mail: Mail, address: string): Promise<string> {
  const email = await mail.waitFor(address, ({ subject }) => subject === 'Sign in to Unstuck')
  return new URL(linkIn(email)).pathname
}
