/**
 * One message to wherever its person is. Effectively once: the lease is taken right before the call, and an attempt of
 * which nobody knows how it ended is looked for on the platform before the message is sent again.
 */
import pRetry from 'p-retry'
import type { MessageId } from '../src/ids.ts'
import type { Account } from '../src/ports/accounts.ts'
import type { Clock } from '../src/ports/clock.ts'
import type { Log } from '../src/ports/log.ts'
import { TooFastError } from '../src/ports/messenger-errors.ts'
import type { Outbox, TakenMessage } from '../src/ports/outbox.ts'
import type { AttemptParts } from './attempt.ts'
import { backOffMs } from './back-off.ts'
import type { Redraw } from './redraw.ts'
import { tryPlaces, type TryingParts } from './try-places.ts'

export type DeliverParts = Omit<AttemptParts, 'stillOurs' | 'pause'> &
  Pick<TryingParts, 'placeOf' | 'closeAccount' | 'tellAtFault'> & {
    readonly outbox: Outbox
    /** Of what the queue hands on, some is no message but a card to be drawn again. */
    readonly redraw?: Redraw
    /** Says so to people who can reach its person by another route; the same message again says nothing new. */
    readonly tellUndelivered: (message: TakenMessage, code: string) => Promise<void>
    /** It lies on its person's page, and nothing tells them so; absent where something does. */
    readonly noteUnannounced?: (message: TakenMessage) => Promise<void>
    /** The next moment in working hours; `at` itself when it is one. */
    readonly workingMoment: (at: Date) => Date
    readonly clock: Clock
    readonly log: Log
  }

export type Deliver = {
  /** False when there was nothing to do: somebody else has it, or it was settled. */
  readonly deliver: (id: MessageId) => Promise<boolean>
  /** Waits for those in hand; false when there were none. */
  readonly settled: () => Promise<boolean>
}

export function createDeliver(parts: DeliverParts): Deliver {
  const { outbox, clock, log } = parts
  /** Time for finding the person, for looking the message up, for posting it, and for what the database takes. */
  const leaseMs = parts.callTimeoutMs * 4
  /** What only the database can be told is told when it is back: the lease lasts as long. */
  const patiently = <Result>(work: (tries: number) => Promise<Result>) =>
    pRetry(work, { retries: 100, minTimeout: 100, maxTimeout: 2_000, maxRetryTime: leaseMs, unref: true })
  const told = {
    tellAtFault: (...what: Parameters<DeliverParts['tellAtFault']>) => patiently(() => parts.tellAtFault(...what)),
    closeAccount: (account: Account) => patiently(() => parts.closeAccount(account)),
    tellUndelivered: (...what: Parameters<DeliverParts['tellUndelivered']>) =>
      patiently(() => parts.tellUndelivered(...what)),
    noteUnannounced: (message: TakenMessage) => patiently(async () => parts.noteUnannounced?.(message)),
  }
  const attempting = {
    ...parts,
    ...told,
    stillOurs: (message: TakenMessage, where: Account) =>
      outbox.hold(message, where, clock.now(), parts.callTimeoutMs * 2),
    pause: (where: Account, until: Date) =>
      outbox.pause(where, until).catch((error: unknown) => log.error('pause-not-kept', error)),
  }
  const inHand = new Map<MessageId, Promise<boolean>>()

  async function deliverOne(id: MessageId): Promise<boolean> {
    const at = clock.now()
    const message = await patiently((tries) => outbox.take(id, at, leaseMs, tries > 1))
    if (!message) return (await parts.redraw?.(id)) ?? false
    await send(message)
    return true
  }

  async function send(message: TakenMessage): Promise<void> {
    const opens = parts.workingMoment(clock.now())
    // it may have waited in the queue until after closing, as when the process that had it died
    if (!message.urgent && opens > clock.now()) return outbox.postpone(message, opens, message.doubt)
    const result = await tryPlaces(attempting, message)
    const ids = { message: message.id, attempts: message.attempts }
    const now = clock.now()
    switch (result.result) {
      case 'sent':
      case 'unsure':
        log.info('message-sent', { ...ids, way: result.receipt.way, result: result.result })
        return patiently(() =>
          result.result === 'sent'
            ? outbox.sent(message, result.receipt, now, result.drawn)
            : outbox.unsure(message, result.receipt, now, result.copies, result.drawn),
        )
      case 'on-page':
        log.info('message-on-page', ids)
        // before it is settled: a crash between notes it twice, not never
        await told.noteUnannounced(message)
        if (parts.noteUnannounced && message.urgent) await told.tellUndelivered(message, 'unannounced')
        return patiently(() => outbox.onPage(message, result.receipt, now, result.copies))
      case 'no-longer-true':
        return patiently(() => outbox.withdrawn(message, now, result.copies))
      case 'undeliverable':
        log.warn('message-undeliverable', { ...ids, code: result.code })
        await told.tellUndelivered(message, result.code) // before it is settled: a crash between tells twice, not never
        return patiently(() => outbox.undeliverable(message, result.code, now, result.copies))
      case 'later': {
        const waitMs = result.waitMs ?? backOffMs(message.attempts - message.waits, message.urgent)
        if (result.error instanceof TooFastError) log.info('message-waits', { ...ids, waitMs })
        else log.error('message-postponed', result.error, { ...ids, waitMs })
        // It is tried on; but the person who is in danger should not wait for a mailbox to be emptied.
        if (result.refusedBy !== undefined && message.urgent) await told.tellUndelivered(message, result.refusedBy)
        const until = new Date(now.getTime() + waitMs)
        return patiently(() => outbox.postpone(message, until, result.doubt, result.onlyToldToWait))
      }
    }
  }

  return {
    deliver(id) {
      if (inHand.has(id)) return Promise.resolve(false)
      const one = deliverOne(id).finally(() => inHand.delete(id))
      inHand.set(id, one)
      return one
    },
    async settled() {
      const some = inHand.size > 0
      await Promise.allSettled(inHand.values())
      return some
    },
  }
}
