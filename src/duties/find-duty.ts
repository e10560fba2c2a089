/** Finds a duty for somebody who may see it, or answer for it. */
import { aboutChild, type About } from '../concerns/about-child.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { DutyId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { may, refusedTo } from '../parts/may.ts'
import type { Part } from '../parts/part.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import type { Duty } from './duty.ts'
import type { DutiesNeeds } from './needs.ts'
import { redated } from './redate-duty.ts'

export type FoundDuty = { readonly duty: Duty; readonly parts: readonly Part[] }

export async function findDuty(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  id: DutyId,
): Promise<FoundDuty | Refusal> {
  const duty = await world.tx.lockDuty(id)
  if (!duty) return refused('no-longer-there')
  const parts = await partsToday(world, { duty })
  if (!may(parts, by.id, 'duty')) return refusedTo(parts, by.id, 'duty')
  return { duty: await redated(world, duty), parts }
}

/** For those responsible for it: its owner or the child's social worker, while it is open. */
export async function findOwnDuty(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  id: DutyId,
): Promise<FoundDuty | Refusal> {
  const found = await findDuty(world, by, id)
  if (isRefusal(found)) return found
  if (!may(found.parts, by.id, 'duty-answer')) return refused('not-yours-to-answer')
  return found.duty.state === 'recorded' ? refused('already-done') : found
}

/** Who is told if somebody writes about this child that there is unreported danger. */
export const aboutDuty = ({ child, socialWorker, iro }: Duty): About =>
  aboutChild({ id: child, ...(socialWorker && { socialWorker }), ...(iro && { iro }) })
