/** Works out three times for a meeting. */
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-days.ts'
import { minuteMs } from '../calendar/durations.ts'
import { instantOf } from '../calendar/london.ts'
import type { Day } from '../calendar/day.ts'
import type { WorkingHours } from '../partnership/partnership.ts'
import type { Policies } from '../partnership/policies.ts'

type Offering = Pick<Policies, 'meetingMinutes' | 'meetingNoticeWorkingDays' | 'meetingTimes'>

/** Three times of protected length on working days running, each within working hours. */
export function slotsFrom(
  today: Day,
  { meetingMinutes: minutes, meetingNoticeWorkingDays: notice, meetingTimes }: Offering,
  hours: WorkingHours,
  calendar: WorkingCalendar,
): readonly Date[] {
  return meetingTimes.map((time, place) => {
    const day = addWorkingDays(today, notice + place, calendar)
    const opens = instantOf(day, hours.opens)
    const latest = new Date(instantOf(day, hours.closes).getTime() - minutes * minuteMs)
    const wanted = instantOf(day, time)
    if (wanted > latest) return latest > opens ? latest : opens
    return wanted < opens ? opens : wanted
  })
}
