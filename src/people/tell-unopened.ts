/** Who hears that messages lie on somebody's page who is not told of them: once, until that page is opened. */
import type { PersonId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { PeopleNeeds } from './needs.ts'
import { coordinatorsOf, leadOf, personById } from './people.ts'
import { tell } from './tell.ts'
import { unopenedCard } from './unopened.card.ts'

export async function tellUnopened(world: World<PeopleNeeds>, person: PersonId): Promise<void> {
  const { tx, now, partnership } = world
  const [since, missed] = [await tx.unopenedSince(person), personById(partnership, person)]
  if (!since) return
  // What somebody who has left held is told by other means.
  if (!missed) return tx.forgetUnopened(person)
  const hears = whoHears(partnership, missed)
  for (const to of hears)
    await tell(world, {
      key: `unopened-${person}-${since.toISOString()}-${to}`,
      to,
      card: unopenedCard(missed, since),
      about: { subject: 'person', id: person },
    })
  await tx.record({ fact: 'page-unopened', person, to: [...hears] })
  await tx.keepUnopenedTold(person, now)
}

/** Of a coordinator their own lead hears as well. */
function whoHears(partnership: Partnership, missed: PartnershipPerson): readonly PersonId[] {
  const coordinators = coordinatorsOf(partnership, missed.id).map(({ id }) => id)
  const lead = missed.roles.includes('coordinator') ? [leadOf(partnership, missed)] : []
  return [...new Set([...coordinators, ...lead])].filter((one) => one !== missed.id)
}
