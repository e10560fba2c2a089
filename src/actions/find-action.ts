/** Finds an action for somebody who may see it, or change it. */
import type { Case } from '../cases/case.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { ActionId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { may, refusedTo, rolesOf } from '../parts/may.ts'
import type { Part } from '../parts/part.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { Standing } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import type { Action } from './action.ts'
import type { ActionsNeeds } from './needs.ts'

export type FoundAction = {
  readonly action: Action
  readonly stuck: Case
  /** What this person is to it. */
  readonly roles: readonly Standing[]
  readonly parts: readonly Part[]
}

/** The action with its case, for somebody who may see it. The lock of the case covers its actions. */
export async function findAction(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ActionId,
): Promise<FoundAction | Refusal> {
  const found = await lockAction(world.tx, id)
  if (!found) return refused('no-longer-there')
  const parts = await partsToday(world, { action: found.action, case: found.stuck })
  return may(parts, by.id, 'action')
    ? { ...found, parts, roles: rolesOf(parts, by.id) }
    : refusedTo(parts, by.id, 'action')
}

/** Read again under the lock of its case, so that two people pressing the same button are served one after the other. */
export async function lockAction(
  tx: ActionsNeeds,
  id: ActionId,
): Promise<{ readonly action: Action; readonly stuck: Case } | undefined> {
  const known = await tx.actionById(id)
  const stuck = known && (await tx.caseById(known.case))
  const action = stuck && (await tx.actionById(id))
  return action && { action, stuck }
}

/** As `findAction`, for somebody who wants to change it: only while it is open, and so is its case. */
export async function findOpenAction(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ActionId,
): Promise<FoundAction | Refusal> {
  const found = await findAction(world, by, id)
  if (isRefusal(found)) return found
  if (found.stuck.state === 'closed') return refused('case-closed')
  return found.action.state === 'open' ? found : refused('already-done')
}
