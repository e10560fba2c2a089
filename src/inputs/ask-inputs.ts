/** A case was confirmed: each agency is asked through its person, and the days until inputs close are set. */
import { startClimb } from '../climbs/take-step.ts'
import type { AskedAgency, Case } from '../cases/case.ts'
import type { CaseId, RequestId } from '../ids.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { askedCard } from './asked.card.ts'
import type { InputsNeeds } from './needs.ts'
import type { Request } from './request.ts'
import { views, viewsPolicy } from './views-climb.ts'

export async function askInputs(world: World<InputsNeeds>, id: CaseId): Promise<void> {
  const stuck = await world.tx.caseById(id)
  if (stuck?.state !== 'asking' || !stuck.inputsClose) return
  // Somebody may have been asked besides before this rang.
  const before = (await world.tx.requestsOf(id)).map(({ agency }) => agency)
  for (const asked of stuck.asked) if (!before.includes(asked.agency)) await askPerson(world, stuck, asked)
  await startClimb(world, views(id), viewsPolicy(stuck), { due: stuck.inputsClose })
}

export async function askPerson(
  world: World<InputsNeeds>,
  stuck: Case,
  { agency, person, because }: AskedAgency,
): Promise<void> {
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
}
