/** Which messages may be sent now, and where: in working hours unless urgent, and not where a workspace rests; and what is drawn again. */
import type { MessageId } from '../src/ids.ts'
import type { Platform } from '../src/ports/accounts.ts'
import type { Clock } from '../src/ports/clock.ts'
import type { Outbox, ReadyMessage } from '../src/ports/outbox.ts'
import type { Redraws } from '../src/ports/redraws.ts'
import type { Circuits } from './circuits.ts'
import { messengerFor, type Messengers } from './place.ts'

export type Sendable = {
  readonly id: MessageId
  /** In whose queue it waits: `web` also for somebody whom no platform has been asked for yet. */
  readonly platform: Platform
  readonly urgent: boolean
  /** No message, but one that lies there already and has to be drawn again: after all messages. */
  readonly redraw?: true
}

export type SendableParts = {
  readonly outbox: Outbox
  readonly redraws?: Pick<Redraws, 'ready'>
  readonly messengers: Messengers
  readonly circuits: Circuits
  /** The next moment in working hours; `at` itself when it is one. */
  readonly workingMoment: (at: Date) => Date
  readonly clock: Clock
}

/** What is handed on at once. */
const atOnce = 1_000
/** More people than any partnership has: as far as is looked past those whose platform rests. */
const peopleMax = 100_000

/** What is drawn again at once: Slack allows some fifty in a minute for a whole workspace. */
const redrawsAtOnce = 100

export function sendableMessages({
  outbox,
  redraws,
  messengers,
  circuits,
  workingMoment,
  clock,
}: SendableParts): () => Promise<readonly Sendable[]> {
  return async () => {
    const now = clock.now()
    for (const { until, ...where } of await outbox.pauses(now)) circuits.asksToWait(where, until)
    const working = workingMoment(now) <= now
    // However many wait for a platform that rests, they hide nobody else.
    for (let limit = atOnce; ; limit *= 10) {
      const ready = await outbox.ready(now, limit)
      const found = goingNow(ready, working)
      if (found.length >= atOnce || ready.length < limit || limit >= peopleMax)
        return [...found.slice(0, atOnce), ...(await toRedraw(now))]
    }
  }

  /** At any hour: nobody is notified. */
  async function toRedraw(now: Date): Promise<readonly Sendable[]> {
    const ready = (await redraws?.ready(now, redrawsAtOnce)) ?? []
    return ready.map((one) => ({ ...one, urgent: false, redraw: true }))
  }

  function goingNow(ready: readonly ReadyMessage[], working: boolean): readonly Sendable[] {
    return ready
      .filter(({ urgent }) => urgent || working)
      .map(({ id, urgent, account }) => ({
        id,
        urgent,
        chat: account && messengerFor(messengers, account.platform) && account,
      }))
      .filter(({ urgent, chat }) => !chat || (circuits.restMs(chat, urgent) === 0 && (urgent || circuits.closed(chat))))
      .map(({ id, urgent, chat }) => ({ id, urgent, platform: chat?.platform ?? 'web' }))
  }
}
