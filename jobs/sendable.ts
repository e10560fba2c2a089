/** Which messages may be sent now, and where: in working hours unless urgent, and not where a platform is resting. */
import type { MessageId } from '../src/ids.ts'
import type { Platform } from '../src/ports/accounts.ts'
import type { Clock } from '../src/ports/clock.ts'
import type { Outbox } from '../src/ports/outbox.ts'
import type { Circuits } from './circuits.ts'
import { messengerFor, type Messengers } from './place.ts'

export type Sendable = {
  readonly id: MessageId
  /** In whose queue it waits: `web` also for somebody whom no platform has been asked for yet. */
  readonly platform: Platform
  readonly urgent: boolean
}

export type SendableParts = {
  readonly outbox: Outbox
  readonly messengers: Messengers
  readonly circuits: Circuits
  /** The next moment in working hours; `at` itself when it is one. */
  readonly workingMoment: (at: Date) => Date
  readonly clock: Clock
}

/** One for each person, so more than there are people: what waits for a platform that is down hides nobody else's. */
const atOnce = 1_000

export function sendableMessages({
  outbox,
  messengers,
  circuits,
  workingMoment,
  clock,
}: SendableParts): () => Promise<readonly Sendable[]> {
  return async () => {
    const now = clock.now()
    const working = workingMoment(now) <= now
    const ready = await outbox.ready(now, atOnce)
    return ready
      .filter(({ urgent }) => urgent || working)
      .map(({ id, urgent, account }) => ({
        id,
        urgent,
        chat: account && messengerFor(messengers, account.platform) && account,
      }))
      .filter(({ urgent, chat }) => urgent || !chat || circuits.closed(chat))
      .map(({ id, urgent, chat }) => ({ id, urgent, platform: chat?.platform ?? 'web' }))
  }
}
