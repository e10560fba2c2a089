/** The pages of signing in, and what is said to somebody who is not signed in. */
import { numberInWords } from '../../src/display/number-in-words.ts'
import { draftHours, linkAsks, linkMinutes, sessionHours } from '../../src/lifetimes.ts'
import { readSent } from './read-form.ts'
import { renderCopies } from './render-form.ts'
import type { Page } from './show.ts'

export const pageOfSignIn = (csrf: string, problem?: string): Page => ({
  template: 'sign-in.njk',
  title: 'Sign in',
  status: problem === undefined ? 200 : 422,
  data: { csrf, problem, isError: problem !== undefined },
})

/** The same for every address: who works with the partnership is not told to strangers. */
export const pageOfEmail: Page = {
  template: 'sign-in-email.njk',
  title: 'Check your email',
  data: {
    linkMinutes,
    emailsToAddress: numberInWords(linkAsks.emailsToAddress),
    withinMinutes: linkAsks.withinMinutes,
  },
}

/** Only a press uses the link up: programs that look after mailboxes open links too. */
export const pageOfLink = (csrf: string, link: string): Page => ({
  template: 'sign-in-link.njk',
  title: 'Sign in to Unstuck',
  data: { csrf, link, sessionHours },
})

const asksAgain = (title: string, status: number, rest: string): Page => ({
  template: 'refused.njk',
  title,
  status,
  data: { rest, way: { href: '/sign-in', label: 'Ask for a new link' } },
})

export const pageOtherBrowser = asksAgain(
  'Open the link in the browser you used to ask for it',
  403,
  'The link works only there. This keeps it safe if somebody else sees your email. You can also ask for a new link here.',
)

export const pageLinkSpent = asksAgain(
  'This link no longer works',
  403,
  `A link works once, for ${linkMinutes} minutes, in the browser you used to ask for it.`,
)

export const pageAskedTooOften = asksAgain(
  'You have asked for too many links in this browser',
  429,
  `Wait ${linkAsks.withinMinutes} minutes, then try again.`,
)

export const pageFormTooOld = asksAgain('This page was open for too long', 403, 'Nothing was changed.')

/** The words themselves are not shown: the person at this machine now may be somebody else. */
export const pageKeptForLater: Page = {
  template: 'refused.njk',
  title: 'You are no longer signed in',
  status: 403,
  data: {
    rest: `Nothing was sent. What you wrote is kept for ${draftHours} hours, for you alone. Sign in again in this browser, and you are back in the form with it.`,
    way: { href: '/sign-in', label: 'Sign in' },
  },
}

/** What was typed goes back to the browser that sent it, and nowhere else. */
export function pageNotSignedIn(body: unknown): Page {
  return {
    template: 'refused.njk',
    title: 'You are not signed in',
    status: 403,
    data: {
      rest: 'Nothing was saved. Sign in on another tab. Then come back to the page before this one and send it again.',
      copies: renderCopies(readSent(body)?.form ?? {}, undefined),
      way: { href: '/sign-in', label: 'Sign in' },
    },
  }
}

export function pageNobodyKnown(body: unknown, reference: string): Page {
  return {
    template: 'refused.njk',
    title: 'Not saved yet',
    status: 503,
    data: {
      rest: `Wait a minute, then go back and send it again. If it keeps happening, give this reference: ${reference}`,
      copies: renderCopies(readSent(body)?.form ?? {}, undefined),
    },
  }
}
