/** Finds a request for a view that this person may answer now. */
import type { Day } from '../calendar/day.ts'
import { may, refusedTo } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { Case } from '../cases/case.ts'
import type { RequestId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { InputsNeeds } from './needs.ts'
import { answerableUntil } from './answerable-until.ts'
import type { Request } from './request.ts'

export type OwnRequest = {
  readonly request: Request
  readonly stuck: Case
  /** The last day on which it can be answered, or could. */
  readonly last?: Day
}

/** The request and its case, for the person who was asked or their deputy, and nobody else. */
export async function ownRequest(
  world: World<InputsNeeds>,
  by: PartnershipPerson,
  id: RequestId,
): Promise<OwnRequest | Refusal> {
  const request = await world.tx.requestById(id)
  const stuck = request && (await world.tx.caseById(request.case))
  if (!stuck) return refused('no-longer-there')
  const parts = await partsToday(world, { request })
  if (!may(parts, by.id, 'own-request')) return refusedTo(parts, by.id, 'own-request')
  return { request, stuck, ...(stuck.inputsClose && { last: stuck.inputsClose }) }
}

/** The same, while it can be answered. */
export async function openRequest(
  world: World<InputsNeeds>,
  by: PartnershipPerson,
  id: RequestId,
): Promise<OwnRequest | Refusal> {
  const own = await ownRequest(world, by, id)
  if (isRefusal(own)) return own
  const last = await answerableUntil(world, own.request, own.stuck)
  return last ? { ...own, last } : refused('inputs-closed')
}

/** The same, while the agency has not said that the child is not theirs. */
export async function answerableRequest(
  world: World<InputsNeeds>,
  by: PartnershipPerson,
  id: RequestId,
): Promise<OwnRequest | Refusal> {
  const own = await openRequest(world, by, id)
  if (isRefusal(own)) return own
  return own.request.state === 'not-ours' ? refused('said-not-ours') : own
}
