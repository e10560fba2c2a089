/** Cards that were posted and have to be drawn again, because something has become of them. A redraw is never a message. */
import type { Card } from '../display/card.ts'
import type { CaseId, MessageId, PersonId } from '../ids.ts'
import type { Fact } from '../vocabulary.ts'
import type { Account, Platform } from './accounts.ts'
import type { Receipt } from './messenger.ts'

/** The last fact that concerned a button, by what the button asks. */
export type SettledAsks = Readonly<Record<string, { readonly fact: Fact; readonly at: Date; readonly by?: PersonId }>>

export type ReadyRedraw = {
  /** Its own, so that it waits in a queue beside its message's. */
  readonly id: MessageId
  readonly platform: Platform
}

export type TakenRedraw = {
  readonly id: MessageId
  /** How often it was asked for so far: once more meanwhile, and it is drawn once more. */
  readonly asked: number
  readonly askedAt: Date
  /** This one included. */
  readonly attempts: number
  readonly message: MessageId
  readonly to: PersonId
  /** As it was said. */
  readonly card: Card
  readonly settled: SettledAsks
  /** What it was drawn as last, as a hash; absent while it lies as it was said. */
  readonly drawn?: string
  /** Of which case it is the root of a thread. */
  readonly rootOf?: CaseId
  readonly lies: Receipt
  /** Where it may lie: the most likely first. */
  readonly accounts: readonly Account[]
}

export type Redraws = {
  /** Those whose message has arrived, of dangers first. */
  ready(at: Date, limit: number): Promise<readonly ReadyRedraw[]>
  take(id: MessageId, at: Date, leaseMs: number): Promise<TakenRedraw | undefined>
  /** Takes the lease again, right before the call; false where somebody else has taken it since. */
  hold(taken: TakenRedraw, at: Date, leaseMs: number): Promise<boolean>
  /** It lies as it stands; `drawn` is a hash of that, or absent where it no longer lies anywhere. */
  settled(taken: TakenRedraw, drawn?: string): Promise<void>
  postpone(taken: TakenRedraw, until: Date): Promise<void>
}
