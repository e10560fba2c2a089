/** Somebody chooses the day of their overview; what waits for it goes with them. */
import { inWords } from '../calendar/in-words.ts'
import { done, type Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal } from '../display/refusal.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { overviewFields, overviewForm } from './choose-overview.form.ts'
import type { PeopleNeeds } from './needs.ts'
import { nextOverviewOf } from './overview-day.ts'
import { schedulePostOn } from './schedule-post.ts'
import { usualOverview, type Weekday } from './weekday.ts'

export const showOverviewForm = async ({ tx }: World<PeopleNeeds>, by: PartnershipPerson): Promise<Answer> =>
  overviewForm((await tx.overviewDayOf(by.id)) ?? usualOverview)

export async function setOverviewDay(
  world: World<PeopleNeeds>,
  by: PartnershipPerson,
  sent: FormValues,
): Promise<Answer> {
  const read = readForm(overviewFields, sent, world.now)
  if (isRefusal(read)) return read
  const weekday = Number(read.values.weekday) as Weekday
  await world.tx.saveOverviewDay(by.id, weekday)
  await world.tx.record({ fact: 'overview-day-chosen', person: by.id, weekday })
  const next = await nextOverviewOf(world, by.id)
  if (await world.tx.moveOverview(by.id, next)) await schedulePostOn(world, by.id, next)
  return done(`Saved. Your next overview is on ${inWords(next)}.`)
}
