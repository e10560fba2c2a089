/** The doors that stand before `answer`: who is this account, and what becomes of accounts. */
import type { Answer } from '../display/answer.ts'
import type { Card } from '../display/card.ts'
import type { Typed } from '../display/typed.ts'
import type { PersonId } from '../ids.ts'
import type { Account, Platform } from './accounts.ts'

/** What a platform vouches for about one of its users. */
export type Evidence = {
  /** As the platform itself knows it; absent where it is unconfirmed or hidden. */
  readonly address?: string
  /** Others that it vouches for in the same way, such as the name by which somebody signs in. */
  readonly otherAddresses?: readonly string[]
  /** Not a guest, not restricted, not of another organisation, not a bot. */
  readonly fullMember: boolean
}

export type Recognised = PersonId | 'not-admitted' | 'nobody-we-know'

/**
 * Whose account this is. One that nobody holds is linked by its address, where the workspace is admitted for that
 * domain and for the agency of the person; `evidence` is asked for only then. Checked against the partnership and the
 * database at every ask, so that what was removed a moment ago is refused.
 */
export type Recognise = (account: Account, evidence: () => Promise<Evidence | undefined>) => Promise<Recognised>

/**
 * A platform found this account under the address of a person: whether it is theirs, by the same rule. One that nobody
 * holds is linked; it does not count as used.
 */
export type ConfirmAccount = (account: Account, evidence: Evidence, person: PersonId) => Promise<boolean>

/** A one-time code that a person got in one account, typed into another. */
export type LinkAccount = (account: Account, code: Typed) => Promise<Answer>

/** What this account's person is told as they first turn to the bot there; undefined ever after, and for an account that nobody holds. */
export type Welcome = (account: Account) => Promise<Card | undefined>

/** The bot was removed: from a whole workspace, or, with `user`, from one account in it. */
export type LoseWorkspace = (from: {
  readonly platform: Platform
  readonly workspace: string
  readonly user?: string
}) => Promise<void>

/** The bot was let in again: what was marked as unreachable there can be tried. */
export type RegainWorkspace = (to: { readonly platform: Platform; readonly workspace: string }) => Promise<void>
