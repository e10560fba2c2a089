/**
 * A signed request that somebody caught and sends again. Slack's packages check a signature and its age, not whether
 * it was used before. Kept in this process alone: with several, each takes a caught request once at most, and the
 * asks themselves are done once (`once`).
 */
import type { IncomingMessage } from 'node:http'
import { recent } from '../../../doors/recent.ts'

/** Slack's packages take a timestamp up to five minutes old, and one from a fast clock for a little longer. */
const forMs = 6 * 60_000
/** Slack sends an app 30,000 events an hour from one workspace at most. */
const atMost = 100_000

/**
 * Slack signs to the second, so its own retry within that second has the signature of the first attempt. It is let
 * through to `doors/once-per-delivery.ts`, which does no work again. Anybody could add the header that marks a retry, hence the limit.
 */
const sameSecondMs = 1_500

export type Replays = {
  /** False when this signature was used before, or is being checked right now: no work may be done for it. */
  begin(request: IncomingMessage): boolean
  /** The signature was found genuine: only such a one takes room. */
  genuine(request: IncomingMessage): void
  end(request: IncomingMessage): void
}

export function createReplays(): Replays {
  const used = recent<number>({ forMs, atMost })
  const beingChecked = new Set<string>()
  return {
    begin(request) {
      const signature = signatureOf(request)
      if (signature === undefined) return true
      if (beingChecked.has(signature)) return false
      const usedAt = used.get(signature)
      if (usedAt !== undefined) return isRetry(request) && performance.now() - usedAt < sameSecondMs
      beingChecked.add(signature)
      return true
    },
    genuine(request) {
      const signature = signatureOf(request)
      if (signature !== undefined && used.get(signature) === undefined) used.set(signature, performance.now())
    },
    end(request) {
      beingChecked.delete(signatureOf(request) ?? '')
    },
  }
}

const isRetry = ({ headers }: IncomingMessage): boolean => headers['x-slack-retry-num'] !== undefined

/** The hash alone: the check reads no further than a second `=`, so the header could be varied and still pass. */
function signatureOf({ headers }: IncomingMessage): string | undefined {
  const signature = headers['x-slack-signature']
  return typeof signature === 'string' ? signature.split('=')[1] : undefined
}
