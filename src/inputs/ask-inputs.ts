/** A case was confirmed: each agency is asked through its person, and the days until inputs close are set. */
import { dayOf } from '../calendar/london.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { startClimb } from '../climbs/take-step.ts'
import type { AskedAgency, Case } from '../cases/case.ts'
import type { CaseId, RequestId } from '../ids.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { askedCard } from './asked.card.ts'
import { closeNoSooner } from './closing-day.ts'
import type { InputsNeeds } from './needs.ts'
import type { Request } from './request.ts'
import { views, viewsPolicy } from './views-climb.ts'

/** Also for somebody who is to be asked once the others were. */
export async function askInputs(world: World<InputsNeeds>, id: CaseId): Promise<void> {
  const known = await world.tx.caseById(id)
  if (known?.state !== 'asking' || !known.inputsClose) return
  const isLater = known.asked.some(({ request }) => request) && known.asked.some(({ request }) => !request)
  if (isLater) await closeNoSooner(world, id, addWorkingDays(dayOf(world.now), 2, world.calendar))
  const stuck = (await world.tx.caseById(id)) ?? known
  for (const asked of stuck.asked) if (!asked.request) await askPerson(world, stuck, asked)
  await startClimb(world, views(id), viewsPolicy(stuck), { due: stuck.inputsClose ?? known.inputsClose })
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
