/** Reminds those who have not given their view, and closes views when their time is over. */
import type { Case } from '../cases/case.ts'
import { endClimb, ringClimb } from '../climbs/take-step.ts'
import type { CaseId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import { closeInputs } from './close-inputs.ts'
import type { InputsNeeds } from './needs.ts'
import { remindPerson } from './remind-person.ts'
import { isSettled } from './request.ts'
import { views, viewsPolicy } from './views-climb.ts'

type Stage = 'remind' | 'close'

/** Those who have not answered are reminded once, before inputs close. `old`: which wake of a process without climbs rang. */
export async function ringViews(world: World<InputsNeeds>, id: CaseId, old?: Stage): Promise<void> {
  const stuck = await world.tx.caseById(id)
  if (stuck?.state !== 'asking' || !stuck.inputsClose) return endClimb(world, views(id))
  const rung = await ringClimb(world, views(id), viewsPolicy(stuck), {
    due: stuck.inputsClose,
    ...(old && { stage: old }),
  })
  if (rung?.stage === 'close') await closeInputs(world, id)
  else if (rung?.tells.includes('asked')) await remindAsked(world, stuck)
}

async function remindAsked(world: World<InputsNeeds>, stuck: Case): Promise<void> {
  for (const request of await world.tx.requestsOf(stuck.id))
    if (!isSettled(request)) await remindPerson(world, stuck, request)
}
