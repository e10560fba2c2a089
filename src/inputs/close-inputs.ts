/**
 * Inputs close at the end of the working hours of their last day. Silence counts only where the question was delivered:
 * somebody who was never reached was not silent.
 */
import { endClimb } from '../climbs/take-step.ts'
import type { CaseId, RequestId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import type { InputsNeeds } from './needs.ts'
import { isSettled } from './request.ts'
import { views } from './views-climb.ts'

export async function closeInputs(world: World<InputsNeeds>, id: CaseId): Promise<void> {
  const { tx, now } = world
  const stuck = await tx.caseById(id)
  if (stuck?.state !== 'asking') return
  const requests = await tx.requestsOf(id)
  const open = requests.filter((request) => !isSettled(request))
  const silent: RequestId[] = []
  const unreached: RequestId[] = []
  for (const request of open) {
    await tx.withdraw({ subject: 'request', id: request.id })
    if (request.state === 'cannot-tell') continue
    const reached = await tx.deliveredAt({ subject: 'request', id: request.id }, request.person)
    if (reached) silent.push(request.id)
    else unreached.push(request.id)
  }
  await tx.saveCase({ ...stuck, state: 'convening' })
  const given = requests.filter(({ state }) => state === 'given').map((request) => request.id)
  await tx.record({ fact: 'inputs-closed', case: id, given, silent, unreached })
  await endClimb(world, views(id))
  await tx.setWake({ wake: 'meeting-offer', case: id }, now)
}
