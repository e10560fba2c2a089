/** A case was confirmed: each agency is asked through its person, and the days until inputs close are set. */
import { addWorkingDays } from '../calendar/working-days.ts'
import { openingOn } from '../calendar/working-hours.ts'
import type { CaseId, RequestId } from '../ids.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { askedCard } from './asked.card.ts'
import type { InputsNeeds } from './needs.ts'
import { closesAt, type Request } from './request.ts'

export async function askInputs(world: World<InputsNeeds>, id: CaseId): Promise<void> {
  const { tx, now, partnership, calendar } = world
  const stuck = await tx.caseById(id)
  if (stuck?.state !== 'asking' || !stuck.inputsClose) return
  for (const { agency, person, because } of stuck.asked) {
    const request: Request = {
      id: world.newId() as RequestId,
      case: id,
      agency,
      person,
      because,
      state: 'asked',
      askedAt: now,
      view: [],
    }
    await tx.saveRequest(request)
    await tx.record({ fact: 'input-asked', case: id, request: request.id, body: agency, person })
    await tell(world, {
      key: `asked-${request.id}`,
      to: person,
      card: askedCard(stuck, request, partnership),
      about: { subject: 'request', id: request.id },
    })
  }
  const remindOn = addWorkingDays(stuck.inputsClose, -stuck.policies.inputReminderWorkingDays, calendar)
  const remindAt = openingOn(remindOn, partnership.workingHours)
  if (remindAt > now) await tx.setWake({ wake: 'inputs-remind', case: id }, remindAt)
  await tx.setWake({ wake: 'inputs-close', case: id }, closesAt(stuck.inputsClose, partnership.workingHours))
}
