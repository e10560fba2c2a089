/** "I have it": the person who took over has read where it stands. */
import { endClimb } from '../climbs/take-step.ts'
import { done, type Answer } from '../display/answer.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { HandoverId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { may, refusedTo } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import { calledHandover, type Handover } from './handover.ts'
import type { HandoversNeeds } from './needs.ts'
import { unread } from './taking-over-climb.ts'

export async function haveTakenOver(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  id: HandoverId,
): Promise<Answer> {
  const { tx, now } = world
  const handover = await ownHandover(world, by, id)
  if (isRefusal(handover)) return handover
  if (handover.takenUpAt) return refused('already-done')
  await tx.saveHandover({ ...handover, takenUpAt: now })
  await tx.record({ fact: 'handover-taken-up', ...handover.about, handover: id })
  await endClimb(world, unread(id))
  await tx.withdraw({ subject: 'handover', id })
  return done(`Thank you: ${calledHandover(handover)} is with you.`)
}

/** For the person who took over, and the person who receives for them or is their deputy. */
export async function ownHandover(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  id: HandoverId,
): Promise<Handover | Refusal> {
  const handover = await world.tx.handoverById(id)
  if (!handover) return refused('no-longer-there')
  const parts = await partsToday(world, { handover })
  return may(parts, by.id, 'taking-over') ? handover : refusedTo(parts, by.id, 'taking-over')
}
