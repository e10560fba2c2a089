/** The one weekday on which a person hears again of what has not moved since they heard of it: their overview. */
import type { Day } from '../calendar/day.ts'
import { addDays } from '../calendar/months.ts'
import { workingDayOnOrAfter, type WorkingCalendar } from '../calendar/working-days.ts'
import type { PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import type { PeopleNeeds } from './needs.ts'
import { nextPostOf } from './schedule-post.ts'
import { usualOverview, type Weekday } from './weekday.ts'

/** The first on or after this day; where it is no working day, it is read on the next one. */
export function overviewOnOrAfter(day: Day, weekday: Weekday, calendar: WorkingCalendar): Day {
  const sinceLast = (new Date(day).getUTCDay() - weekday + 7) % 7
  const last = workingDayOnOrAfter(addDays(day, -sinceLast), calendar)
  return last >= day ? last : workingDayOnOrAfter(addDays(day, 7 - sinceLast), calendar)
}

/** The next one of which this person's post has not gone. */
export async function nextOverviewOf(world: World<PeopleNeeds>, person: PersonId): Promise<Day> {
  const weekday = (await world.tx.overviewDayOf(person)) ?? usualOverview
  return overviewOnOrAfter((await nextPostOf(world, person)).day, weekday, world.calendar)
}
