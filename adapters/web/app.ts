/** Pages for people with neither chat: the same asks and the same answers, drawn by the server. */
import express, { Router } from 'express'
import { isFromOwnPage } from '../../doors/from-own-page.ts'
import { pageFailed } from './fail.ts'
import { listen } from './listen.ts'
import type { PagesNeeds } from './pages-needs.ts'
import { pageNotFound, pageSentFromElsewhere } from './refuse.ts'
import { createShow } from './show.ts'

/** Every field at its longest, in letters that take twelve bytes each to send, still fits. */
const longestBody = '1mb'
/** Ticks of a list are sent one by one, and Express takes a thousand of them unless told. */
const mostFields = 10_000

export function createPages(needs: PagesNeeds): Router {
  const show = createShow(needs)
  const pages = Router()

  pages.use(needs.look.assets)
  pages.use(needs.look.headers)
  pages.use((req, res, next) => {
    if (req.method === 'POST' && !isFromOwnPage(req, needs.publicUrl)) show(res, undefined, pageSentFromElsewhere)
    else next()
  })
  pages.use(express.urlencoded({ extended: false, limit: longestBody, parameterLimit: mostFields }))
  listen(pages, show, needs)
  pages.use((_, res) => show(res, undefined, pageNotFound))
  pages.use(pageFailed(show, needs.log))
  return pages
}
