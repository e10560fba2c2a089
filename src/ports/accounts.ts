/** Which account on a platform is which person of the partnership. */
import type { PersonId } from '../ids.ts'

export type Platform = 'slack' | 'web'

export type Account = { readonly platform: Platform; readonly workspace: string; readonly user: string }

export type Accounts = {
  /** Undefined: nobody has linked this account yet. */
  personOf(account: Account): Promise<PersonId | undefined>
  link(account: Account, person: PersonId): Promise<void>
  /** This account was used just now: of several accounts of one person, the one used last is written to. */
  used(account: Account): Promise<void>
  /** The account that this person used last, on this platform or on any. */
  accountFor(person: PersonId, platform?: Platform): Promise<Account | undefined>
}
