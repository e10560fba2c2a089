/** Reminds of children who have no social worker. */
import { dayOf } from '../calendar/london.ts'
import { endClimb, ringClimb } from '../climbs/take-step.ts'
import type { PersonId } from '../ids.ts'
import type { PeopleNeeds } from '../people/needs.ts'
import { coordinatorsOf, leadOf } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { ClimbsNeeds } from '../climbs/needs.ts'
import type { ChildrenNeeds } from './needs.ts'
import { noSocialWorkerCard } from './no-social-worker.card.ts'
import { noSocialWorker, noSocialWorkerPolicy } from './no-social-worker.ts'

export async function remindNoSocialWorker(world: World<ChildrenNeeds & PeopleNeeds & ClimbsNeeds>): Promise<void> {
  const { tx, now, partnership } = world
  const references = await tx.withoutSocialWorker()
  if (references.length === 0) return endClimb(world, noSocialWorker)
  const rung = await ringClimb(world, noSocialWorker, noSocialWorkerPolicy(partnership.policies))
  const heard = new Set<PersonId>()
  if (rung?.tells.includes('coordinator')) for (const { id } of coordinatorsOf(partnership)) heard.add(id)
  if (rung?.tells.includes('lead')) heard.add(leadOf(partnership, { agency: partnership.authority }))
  for (const to of heard)
    await tell(world, {
      key: `unallocated-${dayOf(now)}-${to}`,
      to,
      card: noSocialWorkerCard(references),
      about: { subject: 'person', id: to },
    })
}
