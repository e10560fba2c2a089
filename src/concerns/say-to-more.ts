/** Something about a danger has changed, so that others hear of it as well: those of today who have not heard yet. */
import type { World } from '../ports/world.ts'
import { idsOf } from './about-child.ts'
import type { Concern } from './concern.ts'
import type { ConcernsNeeds } from './needs.ts'
import { sayUnreported } from './say-unreported.ts'
import { hearAtFirst } from './who-hears.ts'

/** Saves the concern as it is given. */
export async function sayToMore(world: World<ConcernsNeeds>, concern: Concern): Promise<Concern> {
  const { tx } = world
  const today = await hearAtFirst(world, concern, await tx.answersForConcern(concern))
  const again = { ...concern, repeats: concern.repeats + 1 }
  const heard = await sayUnreported(
    world,
    again,
    today.filter((one) => !concern.told.includes(one)),
  )
  const said = { ...again, told: [...new Set([...concern.told, ...heard])] }
  await tx.saveConcern(said)
  if (heard.length > 0)
    await tx.record({ fact: 'risk-repeated', concern: concern.id, ...idsOf(concern), told: [...heard] })
  return said
}
