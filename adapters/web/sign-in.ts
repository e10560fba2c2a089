/** Signing in by email: somebody gives their address, a link comes by email, and one press in the same browser opens the door. */
import { randomBytes } from 'node:crypto'
import express, { Router, type Request, type Response } from 'express'
import { isFromOwnPage } from '../../doors/from-own-page.ts'
import { OpeningAsk } from '../../src/vocabulary.ts'
import { pastedAddress } from '../../src/display/pasted-address.ts'
import type { PersonId } from '../../src/ids.ts'
import { dayMs, hourMs } from '../../src/calendar/durations.ts'
import type { Log } from '../../src/ports/log.ts'
import type { SignIns } from '../../src/ports/sign-ins.ts'
import { createCookies } from './cookies.ts'
import { pageFailed } from './fail.ts'
import { createTokens } from './guard.ts'
import type { PageLook } from './look.ts'
import { pageDrawnForAnother, pageSentFromElsewhere } from './refuse.ts'
import { addressOf } from './render-card.ts'
import { createSessions, type SessionNeeds } from './session.ts'
import { createShow, type Outcome } from './show.ts'
import * as pages from './sign-in-pages.ts'
import type { Who } from './visit.ts'
import { readAsk } from './read-form.ts'

export type SignInNeeds = Omit<SessionNeeds, 'cookies' | 'signIns'> & {
  readonly signIns: SignIns
  /** Where an email's link leads: never what a request says of its own host. */
  readonly publicUrl: string
  /** Links the browser of this person, if it was not; false where it was removed. */
  readonly arrive: (person: PersonId) => Promise<boolean>
  readonly sendEmail: (person: PersonId, link: string) => Promise<void>
  /** What this person typed and did not send, when they sign out. */
  readonly forgetDrafts: (person: PersonId) => Promise<void>
  readonly look: PageLook
  readonly secretKey: string
  readonly oldSecretKeys?: readonly string[] | undefined
  readonly log: Log
}

export type SignIn = {
  /** In front of the pages. */
  readonly router: Router
  readonly whoIs: (req: Request) => Promise<Who | undefined>
  /** What somebody gets from the pages who is not signed in. */
  readonly whoWas: (req: Request) => Promise<PersonId | undefined>
  readonly stranger: (req: Request, res: Response, kept: OpeningAsk | undefined) => Outcome
}

/** A browser is known again for a day, so that how often it asks is counted. */
const browserLastsMs = dayMs
/** Where somebody wanted to go is forgotten once they have turned to something else. */
const wantedLastsMs = hourMs
const secret = /^[\w-]{43}$/
/** Whether it could be one at all: more would tell who is known. */
const address = /^[^\s@]{1,64}@[^\s@]{3,190}$/

export function createSignIn(needs: SignInNeeds): SignIn {
  const { signIns, log } = needs
  const show = createShow(needs)
  const cookies = createCookies(needs.publicUrl)
  const sessions = createSessions({ ...needs, cookies })
  const tokens = createTokens(needs.secretKey, needs.oldSecretKeys)

  const router = Router()
  const own = [needs.look.headers, express.urlencoded({ extended: false, limit: '10kb' })]
  router.get('/sign-in', ...own, answering(askAddress))
  router.post('/sign-in', ...own, answering(sendLink))
  router.get('/sign-in/:link', ...own, answering(showLink))
  router.post('/sign-in/:link', ...own, answering(enter))
  router.post('/sign-out', ...own, answering(leave))
  router.use(pageFailed(show, log))
  return { router, whoIs: (req) => sessions.whoIs(req), whoWas: (req) => sessions.whoWas(req), stranger }

  async function askAddress(req: Request, res: Response): Promise<Outcome> {
    if (await sessions.whoIs(req)) return { goTo: '/' }
    return pages.pageOfSignIn(tokenOf(browserOf(req) ?? newBrowser(res)))
  }

  async function sendLink(req: Request): Promise<Outcome> {
    const browser = provenBrowserOf(req)
    if (browser === undefined) return pages.pageFormTooOld
    const typed = pastedAddress(fieldOf(req, 'address'))
    if (!address.test(typed))
      return pages.pageOfSignIn(tokenOf(browser), 'Enter your work email address, such as name@council.example')

    const person = needs.partnership().people.find(({ email }) => email === typed)?.id
    const asked = await signIns.ask({ browser, address: typed, person })
    if (asked === 'too-often') return pages.pageAskedTooOften
    // Not waited for: how long a mail server takes would tell that there is an email.
    if (person && asked.link !== undefined) void send(person, asked.link)
    return pages.pageOfEmail
  }

  async function send(person: PersonId, link: string): Promise<void> {
    try {
      await needs.sendEmail(person, `${needs.publicUrl}/sign-in/${link}`)
    } catch (error) {
      log.error('sign-in-email-failed', error, { person })
    }
  }

  function showLink(req: Request): Outcome {
    const browser = browserOf(req)
    return browser === undefined
      ? pages.pageOtherBrowser
      : pages.pageOfLink(tokenOf(browser), secret.exec(String(req.params['link']))?.[0] ?? 'unreadable')
  }

  async function enter(req: Request, res: Response): Promise<Outcome> {
    const browser = provenBrowserOf(req)
    if (browser === undefined) return pages.pageOtherBrowser
    const person = await signIns.spend(String(req.params['link']), browser)
    const known = person && needs.partnership().people.some(({ id }) => id === person)
    if (!known || !(await needs.arrive(person)) || !(await sessions.begin(req, res, person))) return pages.pageLinkSpent

    log.info('signed-in', { person })
    const wanted = readWanted(cookies.read(req, 'unstuck-wanted'))
    cookies.clear(res, 'unstuck-wanted')
    return { goTo: wanted ? addressOf(wanted) : '/' }
  }

  async function leave(req: Request, res: Response): Promise<Outcome> {
    const who = await sessions.whoIs(req)
    if (who && !tokens.holds(who.person, fieldOf(req, '_csrf'))) return pageDrawnForAnother
    const leaving = who?.person ?? (await sessions.whoWas(req))
    await sessions.end(req, res)
    if (leaving) await needs.forgetDrafts(leaving).catch((error: unknown) => log.error('drafts-not-forgotten', error))
    return { goTo: '/sign-in' }
  }

  function stranger(req: Request, res: Response, kept: OpeningAsk | undefined): Outcome {
    const wanted = kept ?? (req.path === '/ask' ? OpeningAsk.safeParse(readAsk(req.query['ask'])).data : undefined)
    if (wanted)
      cookies.write(res, 'unstuck-wanted', Buffer.from(JSON.stringify(wanted)).toString('base64url'), wantedLastsMs)
    if (req.method === 'POST') return kept ? pages.pageKeptForLater : pages.pageNotSignedIn(req.body)
    return { goTo: '/sign-in' }
  }

  function answering(handle: (req: Request, res: Response) => Outcome | Promise<Outcome>) {
    return async (req: Request, res: Response): Promise<void> => {
      const outcome =
        req.method === 'POST' && !isFromOwnPage(req, needs.publicUrl) ? pageSentFromElsewhere : await handle(req, res)
      show(res, undefined, outcome)
    }
  }

  function browserOf(req: Request): string | undefined {
    const found = cookies.read(req, 'unstuck-browser')
    return found !== undefined && secret.test(found) ? found : undefined
  }

  function newBrowser(res: Response): string {
    const browser = randomBytes(32).toString('base64url')
    cookies.write(res, 'unstuck-browser', browser, browserLastsMs)
    return browser
  }

  /** The browser for which the form was drawn that was sent. */
  function provenBrowserOf(req: Request): string | undefined {
    const browser = browserOf(req)
    return browser !== undefined && tokens.holds(formsOf(browser), fieldOf(req, '_csrf')) ? browser : undefined
  }

  function tokenOf(browser: string): string {
    return tokens.tokenFor(formsOf(browser))
  }
}

/** No person's id has a colon. */
const formsOf = (browser: string) => `browser:${browser}`

function fieldOf(req: Request, name: string): string {
  const value = ((req.body ?? {}) as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? value : ''
}

function readWanted(cookie: string | undefined): OpeningAsk | undefined {
  return OpeningAsk.safeParse(readAsk(Buffer.from(cookie ?? '', 'base64url').toString())).data
}
