/** Messages that wait to be sent, as the jobs see them. */
import type { Card } from '../display/card.ts'
import type { MessageId, PersonId } from '../ids.ts'
import type { Account } from './accounts.ts'
import type { Receipt } from './messenger.ts'
import type { SettledAsks } from './redraws.ts'
import type { Subject } from './transaction.ts'

export type ReadyMessage = {
  readonly id: MessageId
  readonly to: PersonId
  readonly urgent: boolean
  /** The one that the person prefers or used last; absent for somebody who has none that can be reached. */
  readonly account?: Account
}

export type TakenMessage = {
  readonly id: MessageId
  readonly key: string
  readonly to: PersonId
  readonly meantFor: PersonId
  readonly card: Card
  /** What has become of it since it was said, by what its buttons ask. */
  readonly settled: SettledAsks
  readonly about: Subject
  readonly what?: string
  readonly holdsUntil?: Date
  readonly urgent: boolean
  readonly saidAt: Date
  /** Absent where it was certainly not posted yet. */
  readonly doubt?: Doubt
  /** This one included. */
  readonly attempts: number
  /** Of these, the ones that say nothing of the message: the place where it was to go asked for time, or rested. */
  readonly waits: number
}

/** Attempts of which nobody knows how they ended: each may have posted the message. */
export type Doubt = {
  /** When the first of them was made. */
  readonly since: Date
  /** How many there were, so how many copies their person may have: one at least. */
  readonly copies: number
  /** Where they were made, as far as that is known: a look-up at one account says nothing of another. */
  readonly places?: readonly Account[]
}

/** Which attempt at which message. */
export type Lease = Pick<TakenMessage, 'id' | 'attempts'>

/** All messages to one workspace. */
export type Workspace = Pick<Account, 'platform' | 'workspace'>

export type Outbox = {
  /** Says that this process lives: what a dead one had in hand can be taken before its lease ends. */
  alive(): Promise<void>
  /** A workspace asks for time: no process sends there before `until`. */
  pause(where: Workspace, until: Date): Promise<void>
  /** The workspaces that asked for time beyond `at`. */
  pauses(at: Date): Promise<readonly (Workspace & { readonly until: Date })[]>
  /** Up to `limit` messages that may be sent at `at`: urgent first, then oldest first, at most one for each person. */
  ready(at: Date, limit: number): Promise<readonly ReadyMessage[]>
  /**
   * Takes the lease right before the call; undefined when somebody else has it, or there is no longer anything to send.
   * `again`, with the same `at`: how it ended when this process tried is not known, so it may have it already.
   */
  take(id: MessageId, at: Date, leaseMs: number, again?: boolean): Promise<TakenMessage | undefined>
  /** Takes the lease again, right before the call, and says where it goes; false when it has lapsed and somebody else has taken the message since. */
  hold(taken: Lease, where: Account, at: Date, leaseMs: number): Promise<boolean>
  // What follows is ignored when the lease has lapsed and somebody else has taken the message since. `copies` is how many
  // of it the person may have seen, at most.
  /** It was posted once; `drawn` is the hash of what was posted, where that was not the card as it was said. */
  sent(taken: Lease, receipt: Receipt, at: Date, drawn?: string): Promise<void>
  /** It lies on its person's page; nothing says yet that they have seen it. */
  onPage(taken: Lease, receipt: Receipt, at: Date, copies: number): Promise<void>
  /** The platform will never accept it; `code` is one of ours, never words. */
  undeliverable(taken: Lease, code: string, at: Date, copies?: number): Promise<void>
  /** It was posted, perhaps more than once: how an earlier attempt ended cannot be asked. */
  unsure(taken: Lease, receipt: Receipt, at: Date, copies: number, drawn?: string): Promise<void>
  /** Not now: back to waiting until `until`. `onlyToldToWait`: this was no attempt, it says nothing of the message. */
  postpone(taken: Lease, until: Date, doubt?: Doubt, onlyToldToWait?: boolean): Promise<void>
  /** It is no longer true: it will not be sent. */
  withdrawn(taken: Lease, at: Date, copies?: number): Promise<void>
  /** How many lie on pages that were not opened since, and of how many people. */
  lyingOnPages(): Promise<{ readonly messages: number; readonly people: number }>
  /** How many were found to be undeliverable since this moment. */
  undeliverableSince(at: Date): Promise<number>
  /** Seconds that the oldest message that could have been sent has waited; 0 when none waits. */
  ageSeconds(at: Date): Promise<number>
}
