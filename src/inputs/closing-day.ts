/**
 * The last day of views moves: nearer when every agency has answered, a working day later than that, so that each can
 * still change or take back what it said; back to what was given to them when one of them is asked again.
 */
import { dayOf } from '../calendar/london.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Day } from '../calendar/day.ts'
import type { Case } from '../cases/case.ts'
import { changeClimb } from '../climbs/take-step.ts'
import type { CaseId } from '../ids.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { closingDayCard, type WhyMoved } from './closing-day.card.ts'
import type { InputsNeeds } from './needs.ts'
import { isSettled } from './request.ts'
import { views, viewsPolicy } from './views-climb.ts'

/** The day on which views close now; undefined where not every agency has answered, or nothing moved. */
export async function closeSooner(world: World<InputsNeeds>, id: CaseId): Promise<Day | undefined> {
  const { tx, now, calendar } = world
  const stuck = await tx.caseById(id)
  if (stuck?.state !== 'asking' || !stuck.inputsClose) return undefined
  if (!(await tx.requestsOf(id)).every(isSettled)) return undefined
  const last = addWorkingDays(dayOf(now), 1, calendar)
  if (last >= stuck.inputsClose) return undefined
  await moveClosing(world, stuck, last, 'everybody-answered')
  return last
}

/** Somebody is asked again, or for the first time: they have until the day that was given, and at least until `least`. */
export async function closeNoSooner(world: World<InputsNeeds>, id: CaseId, least: Day): Promise<Day | undefined> {
  const { tx } = world
  const stuck = await tx.caseById(id)
  if (!stuck?.inputsClose) return undefined
  const { firstDue } = (await tx.climbOf(views(id)))?.climb ?? {}
  const last = [stuck.inputsClose, firstDue ?? stuck.inputsClose, least].toSorted().at(-1) ?? least
  if (last > stuck.inputsClose) await moveClosing(world, stuck, last, 'somebody-is-asked')
  return last
}

async function moveClosing(world: World<InputsNeeds>, stuck: Case, last: Day, why: WhyMoved): Promise<void> {
  const { tx, partnership } = world
  const { id, inputsClose: was } = stuck
  const moved = { ...stuck, inputsClose: last }
  const { firstDue = was } = (await tx.climbOf(views(id)))?.climb ?? {}
  await tx.saveCase(moved)
  await tx.record({ fact: 'inputs-close-moved', case: id, to: last, why })
  await changeClimb(world, views(id), viewsPolicy(moved), { due: last, ...(firstDue && { firstDue }) })
  for (const { person: to } of hears(named({ case: moved }, partnership), 'views-close').to)
    await tell(world, {
      key: `views-close-${id}-${last}-${why}-${world.newId()}`,
      to,
      card: closingDayCard(moved, last, why),
      about: { subject: 'case', id },
      what: 'views-close',
    })
}
