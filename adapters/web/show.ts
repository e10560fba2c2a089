/** Puts a page together: its template, and what every page has around it. */
import type { Response } from 'express'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { urgentLines } from '../../src/concerns/safeguarded.form.ts'
import type { Draw } from './look.ts'
import type { Visit } from './visit.ts'

export type Page = {
  readonly template: string
  readonly title: string
  readonly status?: number
  readonly data?: object
}

/** What a request comes to: a page, or another address that has it. */
export type Outcome = Page | { readonly goTo: string }

export type Show = (res: Response, visit: Visit | undefined, outcome: Outcome) => void

export function createShow({ look, partnership }: { look: { draw: Draw }; partnership: () => Partnership }): Show {
  return (res, visit, outcome) => {
    if ('goTo' in outcome) {
      res.redirect(303, outcome.goTo)
      return
    }
    const { template, title, status = 200, data } = outcome
    const { urgent } = partnership()
    const around = {
      title,
      urgent: urgentLines(urgent),
      who: visit?.who,
      frame: visit?.frame,
      csrf: visit?.drawing.csrf,
    }
    res
      .status(status)
      .type('html')
      .send(look.draw(template, { ...around, ...data }))
  }
}
