/** Works out three times for a meeting. */
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-days.ts'
import { instantOf } from '../calendar/london.ts'
import type { Day } from '../calendar/day.ts'
import type { WorkingHours } from '../partnership/partnership.ts'

/** Working days between the offer and the first time: enough to move another appointment. Ours. */
const noticeWorkingDays = 3

/** Three days running, morning, afternoon, morning, so that one of them suits part-time and school hours. */
const preferred = ['10:00', '14:00', '10:00'] as const

/** Three times of protected length on working days, each within working hours. */
export function slotsFrom(
  today: Day,
  minutes: number,
  hours: WorkingHours,
  calendar: WorkingCalendar,
): readonly Date[] {
  return preferred.map((time, place) => {
    const day = addWorkingDays(today, noticeWorkingDays + place, calendar)
    const opens = instantOf(day, hours.opens)
    const latest = new Date(instantOf(day, hours.closes).getTime() - minutes * 60_000)
    const wanted = instantOf(day, time)
    if (wanted > latest) return latest > opens ? latest : opens
    return wanted < opens ? opens : wanted
  })
}
