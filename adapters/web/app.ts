/** Pages for people with neither chat: the same asks and the same answers, drawn by the server. */
import express, { Router, type Request, type Response } from 'express'
import { isFromOwnPage } from '../../doors/from-own-page.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { AnswerAsk } from '../../src/ports/answer-ask.ts'
import type { Inbox } from '../../src/ports/inbox.ts'
import type { Log } from '../../src/ports/log.ts'
import { pageFailed } from './fail.ts'
import { listen } from './listen.ts'
import type { PageLook } from './look.ts'
import { pageNotFound, pageSentFromElsewhere } from './refuse.ts'
import { createShow, type Outcome } from './show.ts'
import type { Frame, Who } from './visit.ts'

export type PagesNeeds = {
  readonly answer: AnswerAsk
  readonly inbox: Inbox
  readonly partnership: () => Partnership
  readonly whoIs: (req: Request) => Promise<Who | undefined>
  /** What somebody gets who is nobody: a refusal, unless told. */
  readonly stranger?: (req: Request, res: Response) => Outcome
  readonly frame?: (req: Request) => Promise<Frame | undefined>
  readonly look: PageLook
  readonly log: Log
  readonly secretKey: string
  /** How long a page waits for its answer; 5 s unless told. */
  readonly patienceMs?: number
}

/** Every field at its longest, in letters that take twelve bytes each to send, still fits. */
const longestBody = '1mb'

export function createPages(needs: PagesNeeds): Router {
  const show = createShow(needs)
  const pages = Router()

  pages.use(needs.look.assets)
  pages.use(needs.look.headers)
  pages.use((req, res, next) => {
    if (req.method === 'POST' && !isFromOwnPage(req)) show(res, undefined, pageSentFromElsewhere)
    else next()
  })
  pages.use(express.urlencoded({ extended: false, limit: longestBody }))
  listen(pages, show, needs)
  pages.use((_, res) => show(res, undefined, pageNotFound))
  pages.use(pageFailed(show, needs.log))
  return pages
}
