/** What a refusal by Teams means for the message, by its table in refusals.ts or as Teams asks. None of it holds words. */
import { InstallationError, TooFastError, UndeliverableError } from '../../../src/ports/messenger-errors.ts'
import { isTokenRefusal, refusalAbout } from './refusals.ts'
import { TokenError } from './token.ts'

/** What Teams answered to a call of ours: its status and its code, without its message. */
export class TeamsError extends Error {
  override readonly name = 'TeamsError'
  /** 0: no answer came. */
  readonly status: number
  readonly code: string
  /** As Teams asked. */
  readonly retryAfterMs: number | undefined

  constructor(status: number, code: string, retryAfterMs?: number) {
    super(`Teams did not take the call: ${status} ${code}`)
    this.status = status
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

/** Microsoft's list of what to try again: learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const tooFast = new Set([412, 429])
const perhapsPosted = new Set([502, 504])

/** A refusal of which nobody knows whether it lasts. */
const unsurePauseMs = 60_000

/** The bot is no longer in this chat, or so it seems: blocked, removed, or its person has left. */
export const isAboutChat = (error: unknown): boolean =>
  error instanceof TeamsError && refusalAbout(error.status, error.code) === 'this-chat'

/** It may draw yet: a card that is drawn again has one place alone. */
export const classifyRedraw = (error: unknown): Error => {
  if (!(error instanceof TeamsError)) return classifyError(error)
  if (isAboutChat(error)) return new UndeliverableError(codeOf(error))
  return refusalAbout(error.status, error.code) === 'unsure' ? error : classifyError(error)
}

export function codeOf(error: unknown): string {
  if (error instanceof TeamsError) return error.status === 0 ? error.code : `http_${error.status}_${error.code}`
  if (error instanceof TokenError) return `token_${error.code}`
  if (error instanceof TooFastError) return 'too-fast'
  return 'unknown'
}

/** An error that can be logged and kept: what it is about is a code. */
export function classifyError(error: unknown, random: () => number = Math.random): Error {
  if (error instanceof TokenError)
    return isTokenRefusal(error.code) ? new InstallationError(codeOf(error)) : new Error(error.message)
  if (error instanceof TeamsError) {
    const about = refusalAbout(error.status, error.code)
    if (about === 'this-message') return new UndeliverableError('does-not-fit')
    if (about === 'installation') return new InstallationError(codeOf(error))
    if (about === 'unsure') return new TooFastError(unsurePauseMs, { thisPersonAlone: true, elsewhere: codeOf(error) })
    if (tooFast.has(error.status)) return new TooFastError(pauseMs(error, random))
    if (perhapsPosted.has(error.status)) return new TooFastError(pauseMs(error, random), { perhapsPosted: true })
    return error
  }
  return error instanceof Error ? error : new Error('unknown')
}

/** Not all at once again: between one and two times what Teams asked, or what it advises where it did not ask. */
const pauseMs = ({ retryAfterMs = 2_000 }: TeamsError, random: () => number): number =>
  Math.round(retryAfterMs * (1 + random()))
