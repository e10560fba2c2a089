/** Says again, to more people than before, that a concern was not reported. */
import { endClimb, ringClimbAsItStands } from '../climbs/take-step.ts'
import type { ConcernId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import { idsOf } from './about-child.ts'
import type { ConcernsNeeds } from './needs.ts'
import { sayUnreported } from './say-unreported.ts'
import { unreported, unreportedPolicy } from './unreported.ts'
import { hearAt } from './who-hears.ts'

/** At any hour; nobody outside working hours more often than they can bear. */
export async function repeatConcern(world: World<ConcernsNeeds>, id: ConcernId): Promise<void> {
  const { tx } = world
  const concern = await tx.concern(id)
  if (!concern || concern.over) return endClimb(world, unreported(id))
  const rung = await ringClimbAsItStands(world, unreported(id), unreportedPolicy(world))
  if (!rung) return
  const people = await hearAt(world, rung.stage, concern, await tx.answersForConcern(concern))
  const repeated = { ...concern, repeats: concern.repeats + 1 }
  const heard = await sayUnreported(world, repeated, people)
  if (heard.length === 0) return
  await tx.saveConcern({ ...repeated, told: [...new Set([...concern.told, ...heard])] })
  await tx.record({ fact: 'risk-repeated', concern: id, ...idsOf(concern), stage: rung.stage, told: [...heard] })
}
