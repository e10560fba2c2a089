/** Which account on a platform is which person of the partnership, and where a person can be written to. */
import type { AccountId, PersonId, platforms } from '../ids.ts'

/** Where a person has an account; `web`: the pages, where they sign in. How a message reaches them is a `Way`. */
export type Platform = (typeof platforms)[number]

export type Account = {
  readonly platform: Platform
  /** Slack's team id, or the id of a Teams tenant; `web` in the browser. */
  readonly workspace: string
  /** Slack's user id, the user's object id in the tenant, or in the browser the person's own id. */
  readonly user: string
}

/** How it was proven whose account this is: by its confirmed address, by a one-time code, or by an email; stored as `letter`. */
export type LinkedBy = 'address' | 'code' | 'letter'

export type Holding = Account & {
  readonly id: AccountId
  readonly person: PersonId
  readonly linkedBy: LinkedBy
  /** Since when it is this person's; a session of the browser that began before is over. */
  readonly linkedAt: Date
  /** Removed: it is refused, and only a code links it again. */
  readonly removed: boolean
  /** The bot was removed from this account or its workspace: nothing can be posted there. */
  readonly unreachable: boolean
  /** The one that its person chose to be written to. */
  readonly preferred: boolean
  readonly usedAt: Date
  /** No other account of its person was used since. */
  readonly usedLast: boolean
}

export type Accounts = {
  holdingOf(account: Account): Promise<Holding | undefined>
  /** Where a person can be written to now: the preferred one first, then the one used last. */
  reachableOf(person: PersonId): Promise<readonly Holding[]>
  /** This account was used just now, so it can be reached again. */
  used(account: Account): Promise<void>
  /** Notes that its person was welcomed there; false where they were already. */
  welcomed(account: Account): Promise<boolean>
  /** What a platform needs in order to write first, as it wrote it down itself; undefined: nothing is known. */
  conversationOf(account: Account): Promise<unknown>
  /** Does nothing for an account that nobody holds. `undefined` forgets it. */
  keepConversation(account: Account, reference: unknown): Promise<void>
}
