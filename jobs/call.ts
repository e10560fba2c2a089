/** One call to a platform, and what it says of its workspace. */
import type { Account } from '../src/ports/accounts.ts'
import type { Clock } from '../src/ports/clock.ts'
import { InstallationError, ThreadGoneError, TooFastError, UndeliverableError } from '../src/ports/messenger-errors.ts'
import type { Circuits } from './circuits.ts'
import { within } from '../doors/within.ts'

export type CallParts = {
  readonly circuits: Circuits
  /** What this place is told holds for all processes. */
  readonly pause: (where: Account, until: Date) => Promise<void>
  readonly clock: Clock
  /** How long a call may take; the time-out of the platform's own client should be shorter. */
  readonly callTimeoutMs: number
}

/**
 * Waits for a call that was started. A post that is told to wait pauses its workspace; a look-up has limits of its own, and
 * only its message waits.
 */
export async function call<Result>(
  { circuits, clock, callTimeoutMs, pause }: CallParts,
  account: Account,
  what: 'post' | 'find',
  started: Promise<Result>,
): Promise<Result> {
  const answered = circuits.calling(account)
  try {
    const result = await within(callTimeoutMs, started)
    circuits.succeeded(account)
    return result
  } catch (error) {
    const isAsked = error instanceof TooFastError && !error.thisPersonAlone && what === 'post'
    if (
      error instanceof UndeliverableError ||
      error instanceof ThreadGoneError ||
      (error instanceof TooFastError && !isAsked)
    )
      circuits.succeeded(account)
    else if (error instanceof InstallationError) circuits.atFault(error.where ?? account, error.code)
    else if (isAsked) {
      const until = new Date(clock.now().getTime() + error.retryAfterMs)
      circuits.asksToWait(account, until)
      await pause(account, until)
    } else circuits.failed(account)
    throw error
  } finally {
    answered()
  }
}
