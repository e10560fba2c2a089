/** Tells the coordinators that a successor has not read where it stands. */
import { endClimb, ringClimb } from '../climbs/take-step.ts'
import type { HandoverId } from '../ids.ts'
import { coordinatorsOf, personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { HandoversNeeds } from './needs.ts'
import { isOver } from './start-taking-over.ts'
import { notTakenUpCard } from './taking-over.card.ts'
import { unread, unreadPolicy } from './taking-over-climb.ts'

/** Said to the coordinators once. Somebody who has left meanwhile stands in the list of what they hold. */
export async function remindUnread(world: World<HandoversNeeds>, id: HandoverId): Promise<void> {
  const { tx, partnership } = world
  const handover = await tx.handoverById(id)
  if (!handover || handover.takenUpAt || (await isOver(world, handover))) return endClimb(world, unread(id))
  const rung = await ringClimb(world, unread(id), unreadPolicy(partnership.policies))
  const successor = personById(partnership, handover.to)
  if (!rung || !successor) return
  for (const to of coordinatorsOf(partnership))
    await tell(world, {
      key: `not-taken-up-${id}-${to.id}`,
      to: to.id,
      card: notTakenUpCard(handover, successor.name),
      about: { subject: 'handover', id },
    })
}
