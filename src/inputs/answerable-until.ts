/** Until when a request for a view can be answered: as long as views are open, or by a day of its own. */
import type { Day } from '../calendar/day.ts'
import type { Case } from '../cases/case.ts'
import type { World } from '../ports/world.ts'
import type { InputsNeeds } from './needs.ts'
import { closesAt, inputsAreOpen, type Request } from './request.ts'
import { lateView } from './views-climb.ts'

/** The last day on which this can be answered; undefined where it is over. */
export async function answerableUntil(
  { tx, now, partnership: { workingHours } }: Pick<World<InputsNeeds>, 'tx' | 'now' | 'partnership'>,
  { id }: Pick<Request, 'id'>,
  stuck: Case,
): Promise<Day | undefined> {
  if (inputsAreOpen(stuck, now, workingHours)) return stuck.inputsClose
  if (stuck.state === 'asking' || stuck.state === 'closed') return undefined
  const climb = (await tx.climbAsItStands(lateView(id)))?.climb
  return climb?.state === 'open' && climb.due && now < closesAt(climb.due, workingHours) ? climb.due : undefined
}
