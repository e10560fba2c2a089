/** Says again that a concern was not reported. */
import { endClimb, ringClimbAsItStands } from '../climbs/take-step.ts'
import type { ConcernId } from '../ids.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import { unreachedOf } from '../parts/unreached.ts'
import type { World } from '../ports/world.ts'
import type { ConcernsNeeds } from './needs.ts'
import { sayUnreported } from './unreported.card.ts'
import { unreported, unreportedPolicy } from './unreported.ts'
import { whoIsHere } from './who-is-here.ts'

/** Says again that nobody has recorded a report, at any hour. */
export async function repeatConcern(world: World<ConcernsNeeds>, id: ConcernId): Promise<void> {
  const { tx, partnership } = world
  const concern = await tx.concern(id)
  if (!concern || concern.reportedAt) return endClimb(world, unreported(id))
  if (!(await ringClimbAsItStands(world, unreported(id), unreportedPolicy(world)))) return
  // Those who were told may have left since, and somebody else may answer for the child today.
  const child = { ...(concern.child && { id: concern.child }), ...(await tx.answersForConcern(concern)) }
  const parts = named({ child }, partnership)
  const unreached = await unreachedOf(world, parts)
  const today = hears(parts, 'danger', { writer: concern.writer, unreached }).to
  const told = [...new Set([...whoIsHere(partnership, concern.told), ...today.map(({ person }) => person)])]
  const repeated = { ...concern, told, repeats: concern.repeats + 1 }
  await tx.saveConcern(repeated)
  await tx.record({
    fact: 'risk-repeated',
    concern: id,
    ...(concern.case && { case: concern.case }),
    ...(concern.child && { child: concern.child }),
  })
  await sayUnreported(world, repeated)
}
