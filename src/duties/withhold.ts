/** Nobody is reminded of what is due by old dates: the social worker is asked for all of them at once, and the rung waits. */
import { beforeOpening } from '../calendar/before-opening.ts'
import { dayOf } from '../calendar/london.ts'
import { addDays } from '../calendar/months.ts'
import { workingDayOnOrAfter } from '../calendar/working-days.ts'
import { oldDatesCard } from '../children/old-dates.card.ts'
import { firstLookPolicy } from '../children/unconfirmed-children.ts'
import { dutyLadder } from '../climbs/ladder.ts'
import { startClimb } from '../climbs/take-step.ts'
import type { PersonId } from '../ids.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Duty } from './duty.ts'
import type { DutiesNeeds } from './needs.ts'
import { asksForDates, oldDates, oldDatesOf, waitsForWord } from './old-dates.ts'

/** The climb takes no step: on the first morning after a word or a return, the highest rung that is due by then is said. */
export async function isWithheld(world: World<DutiesNeeds>, duty: Duty): Promise<boolean> {
  const { tx, now, calendar } = world
  const socialWorker = waitsForWord(duty, world)
  const climb = socialWorker && (await tx.climbOf(dutyLadder(duty.id)))?.climb
  if (!socialWorker || climb?.state !== 'open' || climb.next.at > now) return false
  await askForDates(world, socialWorker)
  const tomorrow = workingDayOnOrAfter(addDays(dayOf(now), 1), calendar)
  await tx.setWake({ wake: 'climb-due', ...dutyLadder(duty.id), stage: climb.next.stage }, beforeOpening(tomorrow))
  return true
}

async function askForDates(world: World<DutiesNeeds>, socialWorker: PersonId): Promise<void> {
  const { tx, now, partnership } = world
  const children = await oldDatesOf(world, [socialWorker])
  // Those whom nobody has confirmed are asked about by their first look.
  if (children.length === 0 || (await tx.climbOf(oldDates(socialWorker)))?.climb.state === 'open') return
  await tell(world, {
    key: `dates-old-${socialWorker}-${dayOf(now)}`,
    to: socialWorker,
    card: oldDatesCard(children),
    about: { subject: 'person', id: socialWorker },
    what: asksForDates,
  })
  await startClimb(world, oldDates(socialWorker), firstLookPolicy(partnership.policies))
}
