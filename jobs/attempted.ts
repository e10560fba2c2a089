/** How one attempt at one message ended. */
import type { Receipt } from '../src/ports/messenger.ts'
import { InstallationError, TooFastError, UndeliverableError } from '../src/ports/messenger-errors.ts'
import type { Doubt } from '../src/ports/outbox.ts'
import type { Circuits } from './circuits.ts'
import { isSending, type Place } from './place.ts'

/**
 * `copies`: how many of it the person may have seen, at most. `drawn`: the hash of the card that was posted, where that was not
 * the card as it was said.
 */
export type Attempted =
  | { readonly result: 'sent'; readonly receipt: Receipt; readonly drawn?: string }
  | { readonly result: 'on-page'; readonly receipt: Receipt; readonly copies: number }
  | { readonly result: 'unsure'; readonly receipt: Receipt; readonly copies: number; readonly drawn?: string }
  | { readonly result: 'no-longer-true'; readonly copies: number }
  | { readonly result: 'undeliverable'; readonly code: string; readonly copies: number }
  | Elsewhere
  | Later

/** Not at this place: another place of the person may take it. */
export type Elsewhere = {
  readonly result: 'elsewhere'
  /** What it is about: this account, our installation there, this message, or only this moment. */
  readonly because: 'account' | 'installation' | 'message' | 'for-now'
  readonly error: InstallationError | TooFastError | UndeliverableError
  readonly code: string
  readonly doubt?: Doubt
}

export type Later = {
  readonly result: 'later'
  readonly error: unknown
  /** As the platform asked; absent where it did not say. */
  readonly waitMs?: number
  /** It is the place that takes nothing now: this says nothing of the message. */
  readonly onlyToldToWait?: true
  /** A message may have been posted without our having a receipt. */
  readonly doubt?: Doubt
}

/** Where a place fails for everybody it is tried again soon: once it answers, nobody waits for what failed meanwhile. */
const placeFailsWaitMs = 30_000

export function failedAt(circuits: Circuits, place: Place, error: unknown, doubt: Doubt | undefined): Attempted {
  const result = failed(error, doubt)
  const isOfThePlace = isSending(place) && !circuits.closed(place.account)
  if (result.result !== 'later' || result.waitMs !== undefined || !isOfThePlace) return result
  return { ...result, waitMs: placeFailsWaitMs, onlyToldToWait: true }
}

export function failed(error: unknown, doubt: Doubt | undefined): Attempted {
  const elsewhere = isElsewhere(error)
  if (elsewhere) return { result: 'elsewhere', ...elsewhere, ...(doubt && { doubt }) }
  return {
    result: 'later',
    error,
    ...(error instanceof TooFastError && { waitMs: error.retryAfterMs, onlyToldToWait: true }),
    ...(doubt && { doubt }),
  }
}

function isElsewhere(error: unknown): Pick<Elsewhere, 'because' | 'error' | 'code'> | undefined {
  if (error instanceof UndeliverableError)
    return { because: error.accountClosed ? 'account' : 'message', error, code: error.code }
  if (error instanceof InstallationError) return { because: 'installation', error, code: error.code }
  if (error instanceof TooFastError && error.elsewhere !== undefined)
    return { because: 'for-now', error, code: error.elsewhere }
  return undefined
}
