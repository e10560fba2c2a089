/** One person is asked for a view, by the last day of the case as it is given here. */
import type { AskedAgency, Case } from '../cases/case.ts'
import type { RequestId } from '../ids.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { askedCard } from './asked.card.ts'
import type { InputsNeeds } from './needs.ts'
import type { Request } from './request.ts'

export async function askPerson(
  world: World<InputsNeeds>,
  stuck: Case,
  { agency, person, because }: AskedAgency,
): Promise<Request> {
  const { tx, now, partnership } = world
  const request: Request = {
    id: world.newId() as RequestId,
    case: stuck.id,
    agency,
    person,
    because,
    state: 'asked',
    askedAt: now,
    view: [],
  }
  await tx.saveRequest(request)
  await tx.record({ fact: 'input-asked', case: stuck.id, request: request.id, body: agency, person })
  await tell(world, {
    key: `asked-${request.id}`,
    to: person,
    card: askedCard(stuck, request, partnership),
    about: { subject: 'request', id: request.id },
  })
  return request
}
