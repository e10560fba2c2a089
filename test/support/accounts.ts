/** An account that is somebody's already. */
import { randomUUID } from 'node:crypto'
import type { Db } from '../../adapters/postgres/schema/database.ts'
import { accountsStore } from '../../adapters/postgres/accounts/accounts-store.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import type { Answer } from '../../src/display/answer.ts'
import { refused } from '../../src/display/refusal.ts'
import { AccountId, PersonId } from '../../src/ids.ts'
import type { AllNeeds } from '../../src/needs.ts'
import { removeAccount } from '../../src/people/own-accounts.ts'
import type { Account, LinkedBy } from '../../src/ports/accounts.ts'
import type { Store } from '../../src/ports/store.ts'

const seals = sealsOf(createVault('5e'.repeat(32)))

type Linked = { readonly at?: Date; readonly linkedBy?: LinkedBy; readonly id?: string }

export async function linked(
  db: Db,
  account: Account,
  person: string,
  { at = new Date('2026-03-02T12:00:00Z'), linkedBy = 'address', id = randomUUID() }: Linked = {},
): Promise<AccountId> {
  await accountsStore(db, seals, at).addAccount(account, { id, person: PersonId.parse(person), linkedBy })
  return AccountId.parse(id)
}

type Whose = { readonly store: Store<AllNeeds>; readonly clock: { now(): Date } }

/** By an administrator, who may take the last one away as well. */
export const takenAway = ({ store, clock }: Whose, id: AccountId): Promise<Answer> =>
  store.transact({ at: clock.now() }, async (tx) => {
    const account = await tx.accountById(id)
    return account ? removeAccount({ tx }, account) : refused('no-longer-there')
  })
