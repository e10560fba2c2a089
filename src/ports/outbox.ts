/** Messages that wait to be sent, as the jobs see them. */
import type { Card } from '../display/card.ts'
import type { MessageId, PersonId } from '../ids.ts'
import type { Receipt } from './messenger.ts'
import type { Subject } from './transaction.ts'

export type Taken = {
  readonly id: MessageId
  readonly to: PersonId
  readonly card: Card
  readonly about: Subject
  readonly saidAt: Date
  /** When an earlier attempt took the lease and never came back: it may have been posted already. */
  readonly interruptedAt?: Date
  readonly attempts: number
}

export type Outbox = {
  /** Up to `limit` messages that may be sent at `at`: urgent first, then oldest first, at most one for each person. */
  ready(at: Date, limit: number): Promise<readonly MessageId[]>
  /** Takes the lease right before the call; undefined when somebody else has it, or nothing is to be sent any more. */
  take(id: MessageId, at: Date, leaseMs: number): Promise<Taken | undefined>
  sent(id: MessageId, receipt: Receipt, at: Date): Promise<void>
  /** The platform will never accept it; `code` is one of ours, never words. */
  undeliverable(id: MessageId, code: string, at: Date): Promise<void>
  /** It may have been posted and cannot be asked. */
  unsure(id: MessageId, at: Date): Promise<void>
  /** Not now: back to waiting until `until`. */
  postpone(id: MessageId, until: Date): Promise<void>
  /** It is no longer true: it will not be sent. */
  withdrawn(id: MessageId, at: Date): Promise<void>
  /** Seconds that the oldest message that could have been sent has waited; 0 when none waits. */
  ageSeconds(at: Date): Promise<number>
}
