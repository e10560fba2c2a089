/** A case was confirmed: each agency is asked through its person, and the days until inputs close are set. */
import { startClimb } from '../climbs/take-step.ts'
import type { CaseId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import { askPerson } from './ask-person.ts'
import { closeNoSooner } from './closing-day.ts'
import { askLate } from './late-view.ts'
import type { InputsNeeds } from './needs.ts'
import { isPartys, soonestLastDay } from './request.ts'
import { views, viewsPolicy } from './views-climb.ts'

/** Also for somebody who is to be asked once the others were, or once views are closed. */
export async function askInputs(world: World<InputsNeeds>, id: CaseId): Promise<void> {
  const known = await world.tx.caseById(id)
  if (known?.state === 'convening' || known?.state === 'following-up')
    for (const asked of known.asked)
      if (!asked.request && isPartys(asked, world.partnership)) await askLate(world, known, asked)
  if (known?.state !== 'asking' || !known.inputsClose) return
  const isLater = known.asked.some(({ request }) => request) && known.asked.some(({ request }) => !request)
  if (isLater) await closeNoSooner(world, id, soonestLastDay(world))
  const stuck = (await world.tx.caseById(id)) ?? known
  for (const asked of stuck.asked) if (!asked.request) await askPerson(world, stuck, asked)
  await startClimb(world, views(id), viewsPolicy(stuck), { due: stuck.inputsClose ?? known.inputsClose })
}
