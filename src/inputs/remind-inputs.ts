/** Reminds those who have not given their view. */
import type { CaseId } from '../ids.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { reminderCard } from './asked.card.ts'
import type { InputsNeeds } from './needs.ts'
import { isSettled } from './request.ts'

/** Those who have not answered are reminded once, before inputs close. */
export async function remindInputs(world: World<InputsNeeds>, id: CaseId): Promise<void> {
  const { tx, now, partnership } = world
  const stuck = await tx.caseById(id)
  if (stuck?.state !== 'asking') return
  for (const request of await tx.requestsOf(id)) {
    if (isSettled(request)) continue
    await tx.saveRequest({ ...request, remindedAt: now })
    await tx.record({ fact: 'input-reminded', case: id, request: request.id, person: request.person })
    await tell(world, {
      key: `input-reminder-${request.id}`,
      to: request.person,
      card: reminderCard(stuck, request, partnership),
      about: { subject: 'request', id: request.id },
    })
  }
}
