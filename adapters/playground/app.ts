/** The local workspace: be anyone of the demonstration, move its clock, and live through what the bot does. */
import { randomUUID } from 'node:crypto'
import express, { Router, type Request, type RequestHandler, type Response } from 'express'
import { instantInWords } from '../../src/calendar/in-words.ts'
import { urgentLines } from '../../src/concerns/safeguarded.form.ts'
import type { PersonId } from '../../src/ids.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Inbox } from '../../src/ports/inbox.ts'
import type { Log } from '../../src/ports/log.ts'
import { createFrame, type Frame } from './frame.ts'
import { onlyHere } from './guard.ts'
import { castOf } from './cast.ts'
import { createPersona } from './persona.ts'
import { passedSince, readInstant, readMove } from './time-passed.ts'
import { createNewMessages } from './new-messages.ts'

export type PlaygroundNeeds = {
  readonly partnership: () => Partnership
  readonly clock: Clock
  /** Lives through each hour on the way there; comes back when everything that came due was sent. */
  readonly moveClock: (to: Date) => Promise<void>
  readonly inbox: Inbox
  /** Numbers of invented children, by which a newcomer can raise a case. */
  readonly numbersToTry: () => Promise<readonly string[]>
  readonly look: { readonly draw: (template: string, data: object) => string; readonly headers: RequestHandler }
  readonly secretKey: string
  /** Where people may also sign in as in a real partnership: that counts before whom they chose to be. */
  readonly signedIn?: (req: Request) => Promise<Who | undefined>
  readonly log: Log
}

type Who = { readonly person: PersonId; readonly name: string }

type Playground = {
  /** In front of the pages: the guard, the workspace's own pages, and a check that a person has been chosen. */
  readonly router: Router
  readonly whoIs: (req: Request) => Promise<Who | undefined>
  readonly frame: (req: Request) => Promise<Frame | undefined>
}

/** This adapter's own templates and styles, for the part that makes the look. */
export const playgroundFolder = import.meta.dirname

export function createPlayground(needs: PlaygroundNeeds): Playground {
  const { partnership, clock, inbox, look } = needs
  const cast = () => castOf(partnership())
  const persona = createPersona(needs.secretKey, cast)
  const newMessages = createNewMessages(inbox, cast)
  const frameFor = createFrame(clock, newMessages)

  const whoIs = async (req: Request) => (await needs.signedIn?.(req)) ?? persona.of(req)
  /** Of the persona alone: who is signed in sees the pages as they are in a real partnership. */
  const frame = async (req: Request) => {
    const me = persona.of(req)
    return me && !(await needs.signedIn?.(req)) ? frameFor(me, req) : undefined
  }

  const router = Router()
  router.use(onlyHere)
  const own = Router()
  own.use(look.headers, express.urlencoded({ extended: false, limit: '10kb' }))
  own.get('/', choose)
  own.post('/be', be)
  own.post('/later', later)
  own.get('/passed', passed)
  own.use(failed)
  router.use('/playground', own)
  router.get('/', markRead)
  router.use(somebodyOnly)
  return { router, whoIs, frame }

  async function choose(req: Request, res: Response): Promise<void> {
    const people = await newMessages.counted(req)
    await page(req, res, 'choose.njk', {
      title: 'Who do you want to be?',
      people: people.filter((one) => !one.standsIn),
      standIns: people.filter((one) => one.standsIn),
      partnership: partnership().name,
      toTry: await needs.numbersToTry(),
    })
  }

  function be(req: Request, res: Response): void {
    const chosen = cast().find(({ person }) => person === (req.body as { person?: unknown }).person)
    if (chosen) persona.become(res, chosen)
    res.redirect(303, chosen ? '/' : '/playground')
  }

  async function later(req: Request, res: Response): Promise<void> {
    const move = readMove(req.body, clock.now())
    if (!move) {
      res.redirect(303, '/')
      return
    }
    // A second click on the same button names the same time, which has come by then.
    if (move.to > clock.now()) await needs.moveClock(move.to)
    res.redirect(303, `/playground/passed?since=${move.from.toISOString()}`)
  }

  async function passed(req: Request, res: Response): Promise<void> {
    const since = readInstant(req.query['since'])
    if (!since) {
      res.redirect(303, '/')
      return
    }
    const days = await passedSince(since, inbox, cast())
    const me = persona.of(req)
    await page(req, res, 'passed.njk', { title: 'While the time passed', since: instantInWords(since), days, me })
  }

  function failed(error: unknown, _req: Request, res: Response, next: (error: unknown) => void): void {
    if (res.headersSent) {
      next(error)
      return
    }
    const reference = randomUUID().slice(0, 8)
    needs.log.error('workspace-page-failed', error, { reference })
    res.status(500).type('text').send(`Something went wrong. Try again; the log has more under ${reference}.\n`)
  }

  async function page(req: Request, res: Response, template: string, data: object): Promise<void> {
    const who = persona.of(req)
    const around = {
      urgent: urgentLines(partnership().urgent),
      who,
      frame: await frame(req),
      now: instantInWords(clock.now()),
    }
    res.type('html').send(look.draw(template, { ...around, ...data }))
  }

  async function markRead(req: Request, res: Response, next: () => void): Promise<void> {
    const me = persona.of(req)
    // Counting is a convenience; the page itself says what is wrong when the database is away.
    if (me) await newMessages.markRead(me, req, res).catch(() => undefined)
    next()
  }

  async function somebodyOnly(req: Request, res: Response, next: () => void): Promise<void> {
    const open = req.path.startsWith('/assets/') || (needs.signedIn && /^\/sign-(in|out)(\/|$)/.test(req.path))
    if (open || persona.of(req) || (await needs.signedIn?.(req))) next()
    else res.redirect(303, '/playground')
  }
}
