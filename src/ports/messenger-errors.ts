/** Why a message could not be posted. Neither error may hold words of the message. */

/** The platform will never take this message for this person: trying again is of no use. */
export class UndeliverableError extends Error {
  override readonly name = 'UndeliverableError'
  /** What the platform said, as a code. */
  readonly code: string

  constructor(code: string, options?: ErrorOptions) {
    super(`the platform will not deliver this: ${code}`, options)
    this.code = code
  }
}

/** The platform asks us to wait. */
export class TooFastError extends Error {
  override readonly name = 'TooFastError'
  readonly retryAfterMs: number
  /** It is this account that cannot take more now, not the whole workspace. */
  readonly thisPersonAlone: boolean
  /** Its answer leaves open whether it took the message all the same. */
  readonly perhapsPosted: boolean

  constructor(
    retryAfterMs: number,
    options?: ErrorOptions & Partial<Pick<TooFastError, 'thisPersonAlone' | 'perhapsPosted'>>,
  ) {
    super(`the platform asks to wait ${retryAfterMs} ms`, options)
    this.retryAfterMs = retryAfterMs
    this.thisPersonAlone = options?.thisPersonAlone ?? false
    this.perhapsPosted = options?.perhapsPosted ?? false
  }
}
