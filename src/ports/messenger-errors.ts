/**
 * Why a message could not be posted: it is about this message, this account, our installation there, or it is for now.
 * None of these errors may hold words of the message.
 */
import type { Account } from './accounts.ts'

/** It will never be taken here: trying again at this place is of no use, another place of the person may take it. */
export class UndeliverableError extends Error {
  override readonly name = 'UndeliverableError'
  /** What the platform said, as a code. */
  readonly code: string
  /** It is the account that takes nothing: closed, hidden or gone. Otherwise it is this message. */
  readonly accountClosed: boolean

  constructor(code: string, options?: ErrorOptions & { readonly accountClosed?: boolean }) {
    super(`the platform will not deliver this: ${code}`, options)
    this.code = code
    this.accountClosed = options?.accountClosed ?? false
  }
}

/** Our installation there, or a setting of theirs: it concerns everybody, and waits until an administrator puts it right. */
export class InstallationError extends Error {
  override readonly name = 'InstallationError'
  readonly code: string
  /** Where it is; absent where the account that was written to says so. */
  readonly where: Pick<Account, 'platform' | 'workspace'> | undefined

  constructor(code: string, options?: ErrorOptions & { readonly where?: Pick<Account, 'platform' | 'workspace'> }) {
    super(`an administrator has to put this right: ${code}`, options)
    this.code = code
    this.where = options?.where
  }
}

/** The platform asks us to wait, or does not take it for now. */
export class TooFastError extends Error {
  override readonly name = 'TooFastError'
  readonly retryAfterMs: number
  /** It is this account that cannot take more now, not the whole workspace. */
  readonly thisPersonAlone: boolean
  /** Its answer leaves open whether it took the message all the same. */
  readonly perhapsPosted: boolean
  /** Why another place of the person is better than waiting, as a code; absent: waiting is better. */
  readonly elsewhere: string | undefined

  constructor(
    retryAfterMs: number,
    options?: ErrorOptions & Partial<Pick<TooFastError, 'thisPersonAlone' | 'perhapsPosted' | 'elsewhere'>>,
  ) {
    const why = options?.elsewhere === undefined ? '' : `: ${options.elsewhere}`
    super(`the platform asks to wait ${retryAfterMs} ms${why}`, options)
    this.retryAfterMs = retryAfterMs
    this.thisPersonAlone = options?.thisPersonAlone ?? false
    this.perhapsPosted = options?.perhapsPosted ?? false
    this.elsewhere = options?.elsewhere
  }
}

/** The message to which it was to be a reply is gone, or takes no replies: it was not posted. */
export class ThreadGoneError extends Error {
  override readonly name = 'ThreadGoneError'
}
