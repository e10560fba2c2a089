/**
 * An account that was linked by an address belongs to that address: where the partnership's file gives the person another
 * one, the link ends, no matter how the file or the accounts came to be as they are.
 */
import { Typed } from '../display/typed.ts'
import type { World } from '../ports/world.ts'
import type { AccountsNeeds } from './accounts-needs.ts'

export async function endOldLinks({
  tx,
  partnership,
}: Pick<World<AccountsNeeds>, 'tx' | 'partnership'>): Promise<void> {
  const addresses = new Map(partnership.people.map(({ id, email }) => [id, new Typed(email)]))
  for (const person of await tx.linkedToOthers(addresses))
    for (const account of await tx.unlinkByAddress(person))
      await tx.record({ fact: 'account-unlinked', account, person })
}
