/** When a person's next daily post goes. */
import { dayOf } from '../calendar/london.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { nextWorkingMoment, openingOn } from '../calendar/working-hours.ts'
import type { PersonId } from '../ids.ts'
import { receiverToday } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import { digestHours } from './digest-hours.ts'
import type { NudgesNeeds } from './needs.ts'

/** This person's next post: today from the digest's hour on, unless today's has gone; else on the next working day. */
export async function schedulePost(world: World<NudgesNeeds>, person: PersonId): Promise<void> {
  const { tx, now, partnership, calendar } = world
  const soonest = nextWorkingMoment(now, digestHours(partnership), calendar)
  const day = dayOf(soonest)
  const away = await tx.awayOn(day)
  const receiver = receiverToday(partnership, person, day, (one) => away.has(one))
  if (!(await tx.hasPost(receiver, day))) return tx.setWake({ wake: 'daily-post', person, day }, soonest)
  return postNextDay(world, person)
}

/** Today's post has gone: what is left waits for the next working day. */
export async function postNextDay(
  { tx, now, partnership, calendar }: World<NudgesNeeds>,
  person: PersonId,
): Promise<void> {
  const day = addWorkingDays(dayOf(now), 1, calendar)
  await tx.setWake({ wake: 'daily-post', person, day }, openingOn(day, digestHours(partnership)))
}
