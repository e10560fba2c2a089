/** An account that is somebody's already. */
import { randomUUID } from 'node:crypto'
import type { Db } from '../../adapters/postgres/schema/database.ts'
import { accountsStore } from '../../adapters/postgres/accounts/accounts-store.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { AccountId, PersonId } from '../../src/ids.ts'
import type { Account, LinkedBy } from '../../src/ports/accounts.ts'

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
