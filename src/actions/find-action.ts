/** Finds an action for somebody who may see it, or change it. */
import type { Case } from '../cases/case.ts'
import { refused, type Refusal } from '../display/refusal.ts'
import type { ActionId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { receivedFor } from '../people/deputies.ts'
import { maySee, type Standing } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import { standingsTo, type Action } from './action.ts'
import type { ActionsNeeds } from './needs.ts'

export type FoundAction = { readonly action: Action; readonly stuck: Case; readonly standings: readonly Standing[] }

/** The action with its case, for somebody who may see it. The lock of the case covers its actions. */
export async function findAction(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ActionId,
): Promise<FoundAction | Refusal> {
  const found = await lockAction(world.tx, id)
  if (!found) return refused('no-longer-there')
  const { action, stuck } = found
  // The person who receives it today may be the deputy of a deputy who is away as well.
  const receives = (await receivedFor(world, by.id)).includes(action.owner)
  const standings = [...standingsTo(action, stuck, by, world.partnership), ...(receives ? (['owner'] as const) : [])]
  return maySee(standings, 'action') ? { ...found, standings } : refused('not-for-you')
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

/** As `findAction`, for somebody who wants to change it: only while it is open. */
export async function findOpenAction(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ActionId,
): Promise<FoundAction | Refusal> {
  const found = await findAction(world, by, id)
  return 'action' in found && found.action.state === 'done' ? refused('already-done') : found
}
