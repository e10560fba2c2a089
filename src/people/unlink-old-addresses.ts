/**
 * An email address was corrected, or its person has left: somebody else may use it, so accounts that it had linked are
 * unlinked. Nothing is barred: the right person is known by the new address at once.
 */
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import type { KeptVersion } from '../ports/partnership-versions.ts'
import type { VersionNeeds } from './version-needs.ts'

type Versions = {
  readonly newest: Pick<KeptVersion, 'left'> | undefined
  readonly before: Partnership | undefined
  readonly partnership: Partnership
}

export async function unlinkOldAddresses(tx: VersionNeeds, { newest, before, partnership }: Versions): Promise<void> {
  const wereThere = new Set(newest?.left.people.map(({ id }) => id))
  const isHere = new Set(partnership.people.map(({ id }) => id))
  const changed = partnership.people.filter((one) => wereThere.has(one.id) || hasOtherAddress(before, one))
  // Somebody else may have the address from now on.
  const gone = before?.people.filter(({ id }) => !isHere.has(id)) ?? []
  for (const { id: person } of [...changed, ...gone])
    for (const account of await tx.unlinkByAddress(person))
      await tx.record({ fact: 'account-unlinked', account, person })
}

const hasOtherAddress = (before: Partnership | undefined, { id, email }: PartnershipPerson): boolean =>
  before?.people.some((one) => one.id === id && one.email !== email) === true
