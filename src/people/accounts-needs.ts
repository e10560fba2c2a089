/** What accounts need from the store. */
import type { Typed } from '../display/typed.ts'
import type { AccountId, PersonId } from '../ids.ts'
import type { Account, Holding, LinkedBy } from '../ports/accounts.ts'
import type { Tx } from '../ports/transaction.ts'

export type AccountsNeeds = Tx & {
  /** Takes the row's lock. */
  accountById(id: AccountId): Promise<Holding | undefined>
  /** Those that were not removed, the one used last first. */
  accountsOf(person: PersonId): Promise<readonly Holding[]>
  removedFrom(person: PersonId): Promise<readonly Holding[]>
  /** The newest version of the partnership; no other is applied until this transaction has ended. */
  newestVersion(): Promise<number | undefined>
  /** Does nothing where the account is already known, even if it was removed: gives what is known. */
  addAccount(account: Account, link: Link & { readonly id: string }): Promise<Holding & { readonly isNew: boolean }>
  /** An account that was removed is somebody's again. */
  giveAccount(id: AccountId, link: Link): Promise<void>
  preferAccount(account: Pick<Holding, 'id' | 'person'>): Promise<void>
  removeAccount(id: AccountId): Promise<void>
  /**
   * Forgets what a person's address has linked, in a chat or by an email, so that it can be linked again; with it every
   * session, and every link or code that is still on its way. Gives those accounts.
   */
  unlinkByAddress(person: PersonId): Promise<readonly AccountId[]>
  /**
   * Whose accounts were linked by another address than these, which are in force. Where it is not known by which address,
   * it is taken to be this one from now on.
   */
  linkedToOthers(addresses: ReadonlyMap<PersonId, Typed>): Promise<readonly PersonId[]>
  /** Those of a workspace, or of one user in it, that could be reached until now. */
  loseAccounts(where: Pick<Account, 'platform' | 'workspace'> & Partial<Account>): Promise<readonly PersonId[]>
  findAccountsAgain(where: Pick<Account, 'platform' | 'workspace'>): Promise<void>
  /** In place of the one before; only its hash is kept. */
  saveLinkCode(person: PersonId, code: Typed, until: Date): Promise<void>
  /** Undefined for one that is wrong, used, replaced or lapsed. */
  personOfLinkCode(code: Typed): Promise<PersonId | undefined>
  /** False where somebody was first. */
  spendLinkCode(person: PersonId, code: Typed): Promise<boolean>
  /** Takes a lock of this account, so that many guesses at once are counted as many. */
  wrongCodesSince(account: Account, since: Date): Promise<number>
  saveWrongCode(account: Account): Promise<void>
}

/** `address`: the person's work email address, where it was proven by that. */
type Link = { readonly person: PersonId; readonly linkedBy: LinkedBy; readonly address?: Typed }
