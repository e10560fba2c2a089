/** What becomes of what was raised when its case is confirmed: who takes part, and which lines those who are asked may read. */
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Case, Raising } from './case.ts'
import { acceptedCard } from './confirmed.card.ts'
import type { CasesNeeds } from './needs.ts'
import { releasedOf } from './released.ts'

/**
 * Those who take part, and those who are named to the IRO alone: they are invited to nothing, and may know how it stands. With
 * how many lines are released of what all of them wrote.
 */
export async function acceptRaisings(
  { tx }: World<CasesNeeds>,
  { raisers }: Case,
  raisings: readonly Raising[],
  chosen: readonly string[],
): Promise<number> {
  let count = 0
  for (const raising of raisings.filter(({ withdrawnAt }) => !withdrawnAt)) {
    const released = releasedOf(raising, chosen)
    const takesPart = raisers.includes(raising.by) || raising.namedTo === 'iro'
    await tx.saveRaising({ ...raising, ...(takesPart && { takesPart }), released })
    count += released.length
  }
  return count
}

/** They hear that it goes on. */
export async function tellUnnamed(world: World<CasesNeeds>, raisings: readonly Raising[]): Promise<void> {
  for (const { id, by: to, namedTo, withdrawnAt } of raisings)
    if (namedTo === 'iro' && !withdrawnAt && personById(world.partnership, to))
      await tell(world, {
        ...{ key: `accepted-${id}`, to, card: acceptedCard(id) },
        about: { subject: 'person', id: to },
        themselves: true,
      })
}
