/** What Slack's refusal of a call means for the message: never, not yet, or try again. */
import { webApi } from '@slack/bolt'
import { TooFastError, UndeliverableError } from '../../../src/ports/messenger-errors.ts'

/**
 * The person cannot be written to, or Slack will never take this message. A fault of our own token (`invalid_auth`,
 * `missing_scope`) is not among them: the message waits until the installation is put right.
 */
const never = new Set([
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'invalid_blocks',
  'invalid_arguments',
  'msg_blocks_too_long',
  'msg_too_long',
])

/** The workspace removed the app or revoked its token. */
const out = new Set(['account_inactive', 'token_revoked', 'app_uninstalled'])

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

export const wasTakenOut = (error: unknown): boolean => out.has(codeOf(error))

/** An error that can be logged and kept: none of these holds what was sent or what came back. */
export function classifyError(error: unknown): Error {
  if (error instanceof webApi.WebAPIRateLimitedError) return new TooFastError(error.retryAfter * 1000)
  const code = codeOf(error)
  if (code === 'ratelimited' || code === 'rate_limited') return new TooFastError(politePauseMs)
  if (never.has(code)) return new UndeliverableError(code)
  if (code === 'unknown' && error instanceof Error) return error
  return new Error(`Slack did not take the call: ${code}`, { cause: causeOf(error) })
}

const causeOf = (error: unknown): unknown =>
  error instanceof webApi.WebAPIRequestError ? error.original : new Error(codeOf(error))
