/** One person is reminded of the view that they are asked for, by the last day of the case as it is given here. */
import type { Case } from '../cases/case.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { reminderCard } from './asked.card.ts'
import type { InputsNeeds } from './needs.ts'
import type { Request } from './request.ts'

export async function remindPerson(world: World<InputsNeeds>, stuck: Case, request: Request): Promise<void> {
  const { tx, now, partnership } = world
  await tx.saveRequest({ ...request, remindedAt: now })
  await tx.record({ fact: 'input-reminded', case: stuck.id, request: request.id, person: request.person })
  await tell(world, {
    key: `input-reminder-${request.id}-${request.person}-${stuck.inputsClose ?? ''}`,
    to: request.person,
    card: reminderCard(stuck, request, partnership),
    about: { subject: 'request', id: request.id },
  })
}
