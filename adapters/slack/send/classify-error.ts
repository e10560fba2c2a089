/** What Slack's refusal of a call means for the message: by its table in refusals.ts, or as Slack asks. */
import { webApi } from '@slack/bolt'
import { InstallationError, TooFastError, UndeliverableError } from '../../../src/ports/messenger-errors.ts'
import { refusalAbout } from './refusals.ts'

/** Slack's own advice where it names no time: docs.slack.dev/apis/web-api/rate-limits */
const politePauseMs = 30_000

/** What Slack said, as one of its codes; `unreadable` where it said something else. */
export function codeOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError)
    return /^[a-z_]{1,80}$/.test(error.data.error) ? error.data.error : 'unreadable'
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited'
  if (error instanceof webApi.WebAPIHTTPError) return `http_${error.statusCode}`
  if (error instanceof webApi.WebAPIRequestError) return 'unreachable'
  return 'unknown'
}

export const wasTakenOut = (error: unknown): boolean => refusalAbout(codeOf(error)) === 'taken-out'

/** An error that can be logged and kept: none of these holds what was sent or what came back. */
export function classifyError(error: unknown): Error {
  if (error instanceof webApi.WebAPIRateLimitedError) return new TooFastError(error.retryAfter * 1000)
  const code = codeOf(error)
  if (code === 'ratelimited' || code === 'rate_limited') return new TooFastError(politePauseMs)
  if (code === 'unknown' && error instanceof Error) return error
  switch (refusalAbout(code)) {
    case 'this-account':
      return new UndeliverableError(code, { accountClosed: true })
    case 'this-message':
      return new UndeliverableError(code)
    case 'installation':
      return new InstallationError(code)
    case 'this-conversation':
    case 'taken-out':
    case 'unsure':
      return new TooFastError(politePauseMs, { thisPersonAlone: true, elsewhere: code })
    case 'for-now':
      return notNow(error)
  }
}

/** What Slack may take yet: a card that is drawn again has one place alone. */
export const classifyRedraw = (error: unknown): Error =>
  refusalAbout(codeOf(error)) === 'unsure' && error instanceof webApi.WebAPIPlatformError
    ? notNow(error)
    : classifyError(error)

const notNow = (error: unknown): Error =>
  new Error(`Slack did not take the call: ${codeOf(error)}`, { cause: causeOf(error) })

const causeOf = (error: unknown): unknown =>
  error instanceof webApi.WebAPIRequestError ? error.original : new Error(codeOf(error))
