/** What applying a version needs from the store. */
import type { NewVersion } from '../ports/partnership-versions.ts'
import type { AccountsNeeds } from './accounts-needs.ts'
import type { Tx } from '../ports/transaction.ts'

export type VersionNeeds = Tx &
  Pick<AccountsNeeds, 'unlinkByAddress'> & {
    /** False where this version is there already: somebody else applied one meanwhile. */
    keepVersion(kept: NewVersion): Promise<boolean>
  }
