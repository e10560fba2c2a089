/** When a person's next daily post goes. */
import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/london.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { nextWorkingMoment, openingOn } from '../calendar/working-hours.ts'
import type { PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import { digestHours } from './digest-hours.ts'
import type { PeopleNeeds } from './needs.ts'
import { receiverToday } from './people.ts'

type NextPost = { readonly day: Day; readonly at: Date }

/** Today from the digest's hour on, unless today's has gone; else on the next working day. */
export async function nextPostOf(world: World<PeopleNeeds>, person: PersonId): Promise<NextPost> {
  const { tx, now, partnership, calendar } = world
  const at = nextWorkingMoment(now, digestHours(partnership), calendar)
  const day = dayOf(at)
  const away = await tx.awayOn(day)
  const receiver = receiverToday(partnership, person, day, (one) => away.has(one))
  return (await tx.hasPost(receiver, day)) ? afterToday(world) : { day, at }
}

export async function schedulePost(world: World<PeopleNeeds>, person: PersonId): Promise<void> {
  const { day, at } = await nextPostOf(world, person)
  await world.tx.setWake({ wake: 'daily-post', person, day }, at)
}

/** In no post before this day, which is a working day. */
export async function schedulePostOn(
  { tx, partnership }: World<PeopleNeeds>,
  person: PersonId,
  day: Day,
): Promise<void> {
  await tx.setWake({ wake: 'daily-post', person, day }, openingOn(day, digestHours(partnership)))
}

/** Today's post has gone: what is left waits for the next working day. */
export async function postNextDay(world: World<PeopleNeeds>, person: PersonId): Promise<void> {
  const { day, at } = afterToday(world)
  await world.tx.setWake({ wake: 'daily-post', person, day }, at)
}

export function afterToday({ now, partnership, calendar }: Omit<World<unknown>, 'tx'>): NextPost {
  const day = addWorkingDays(dayOf(now), 1, calendar)
  return { day, at: openingOn(day, digestHours(partnership)) }
}
