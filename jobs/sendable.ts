/** Which messages may be sent now, and where: in working hours unless urgent, and not where a platform is resting. */
import type { MessageId } from '../src/ids.ts'
import type { Platform } from '../src/ports/accounts.ts'
import type { Clock } from '../src/ports/clock.ts'
import type { Outbox } from '../src/ports/outbox.ts'
import type { Circuits } from './circuits.ts'
import { isChat, type Placing } from './place.ts'

export type Sendable = { readonly id: MessageId; readonly platform: Platform; readonly urgent: boolean }

export type SendableParts = {
  readonly outbox: Outbox
  readonly placeOf: Placing
  readonly circuits: Circuits
  /** The next moment in working hours; `at` itself when it is one. */
  readonly workingMoment: (at: Date) => Date
  readonly clock: Clock
}

/** One for each person, so more than there are people: what waits for a platform that is down hides nobody else's. */
const atOnce = 1_000

export function sendableMessages(parts: SendableParts): () => Promise<readonly Sendable[]> {
  return async () => {
    const now = parts.clock.now()
    const working = parts.workingMoment(now) <= now
    const ready = (await parts.outbox.ready(now, atOnce)).filter(({ urgent }) => urgent || working)
    const placed = await Promise.all(
      ready.map(async ({ id, to, urgent }) => ({ id, urgent, place: await parts.placeOf(to) })),
    )
    return placed
      .filter(({ urgent, place }) => urgent || !isChat(place) || parts.circuits.closed(place.account))
      .map(({ id, urgent, place }) => ({ id, urgent, platform: place.platform }))
  }
}
