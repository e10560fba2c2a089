/** Pages that say no, each in one plain sentence and with a way on. */
import { sentences, type Reason } from '../../src/display/refusal.ts'
import type { Command } from '../../src/commands/commands.ts'
import { notUnderstoodCard } from '../../src/concerns/urgent.card.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { pageOf } from './answer-page.ts'
import type { Drawing } from './render-card.ts'
import type { Copy } from './render-form.ts'
import type { Page } from './show.ts'

const statuses: Partial<Record<Reason, number>> = {
  'nobody-we-know': 403,
  'not-for-you': 403,
  'no-longer-there': 404,
}

/** The first sentence is the heading. `copies` is what was typed, which must not be lost with the refusal. */
export function pageRefused(reason: Reason, copies: readonly Copy[] = []): Page {
  const [, heading = sentences[reason], rest = ''] = /^(.*?[.:]) (.*)$/.exec(sentences[reason]) ?? []
  const title = heading.replace(/[.:]$/, '')
  return {
    template: 'refused.njk',
    title,
    status: statuses[reason] ?? 409,
    data: { rest: rest.charAt(0).toUpperCase() + rest.slice(1), copies },
  }
}

/** The same words as in a chat: what was not understood may have told of danger. */
export function pageNotUnderstood(partnership: Partnership, drawing: Drawing, meant?: Command): Page {
  return { ...pageOf(notUnderstoodCard(partnership, meant), drawing), status: 400 }
}

export const pageNotFound: Page = {
  template: 'refused.njk',
  title: 'Page not found',
  status: 404,
  data: { rest: 'Check the web address, or start from your own page.' },
}

export const pageSentFromElsewhere: Page = {
  template: 'refused.njk',
  title: 'This was not sent from an Unstuck page',
  status: 403,
  data: { rest: 'Nothing was changed. Start from your own page.' },
}

export const pageDrawnForAnother: Page = {
  template: 'refused.njk',
  title: 'This page was made for somebody else',
  status: 403,
  data: { rest: 'Nothing was saved. If you have since signed in as somebody else, change back and send it again.' },
}

export const pageTooLong: Page = {
  template: 'refused.njk',
  title: 'This is too long to send',
  status: 413,
  data: { rest: 'Nothing was saved. Go back, make it shorter, and send it again.' },
}
