/**
 * Of one danger nobody gets more than eight messages in 24 hours, nor more than two between closing and opening; and everybody
 * who was told is told that it is over.
 */
import { dayMs } from '../../../src/calendar/durations.ts'
import { workingCalendar } from '../../../src/calendar/working-days.ts'
import { lastClosing } from '../../../src/calendar/working-hours.ts'
import { dangerWhat, overWhat } from '../../../src/concerns/said.ts'
import type { World } from '../world.ts'

const mostADay = 8
const mostAtNight = 2

export async function dangerIsHeard({ db, landed, partnership }: World): Promise<readonly string[]> {
  const { workingHours, closedDays } = partnership()
  const calendar = workingCalendar(closedDays)
  const here = new Set<string>(partnership().people.map(({ id }) => id))
  const arrived = new Map<string, Date>()
  for (const { marker, at } of landed) if (!arrived.has(marker)) arrived.set(marker, at)
  const concerns = await db.selectFrom('concerns').selectAll().execute()
  const said = await db
    .selectFrom('outbox')
    .select(['id', 'key', 'person', 'meant_for', 'subject_id', 'what', 'state'])
    .where('subject', '=', 'concern')
    .orderBy('seq')
    .execute()
  return concerns.flatMap((concern) => {
    const about = said.filter(({ subject_id }) => subject_id === concern.id)
    const told = about.filter(({ id, what }) => what === dangerWhat && arrived.has(id))
    const people = [...new Set(told.map(({ person }) => person))]
    const over = concern.reported_at ?? concern.taken_back_at
    return people.flatMap((person) => {
      const times = told.flatMap(({ id, person: to }) => (to === person ? [arrived.get(id) ?? new Date(0)] : []))
      const nights = times.flatMap((at) => lastClosing(at, workingHours, calendar)?.getTime() ?? [])
      const inADay = Math.max(
        ...times.map((at) => times.filter((one) => one >= at && one.getTime() - at.getTime() < dayMs).length),
      )
      const inANight = Math.max(0, ...nights.map((night) => nights.filter((one) => one === night).length))
      const heard = about.some(
        ({ what, person: to, meant_for }) => what === overWhat && (to === person || meant_for === person),
      )
      const knows = person === concern.reported_by || person === concern.writer
      return [
        ...(inADay > mostADay ? [`${person} had ${inADay} messages about one danger in 24 hours`] : []),
        ...(inANight > mostAtNight ? [`${person} had ${inANight} messages about one danger in one night`] : []),
        ...(over && here.has(person) && !knows && !heard
          ? [`${person} was told of a danger and not that it is over`]
          : []),
      ]
    })
  })
}
