/**
 * Working days: any day except Saturday, Sunday, Christmas Day, Good Friday and bank holidays (SI 2010/959,
 * regulation 2), and days on which a partnership is closed.
 */
import { isBankHoliday } from './bank-holidays.ts'
import type { Day } from './day.ts'
import { addDays } from './months.ts'

export type WorkingCalendar = { isWorkingDay(day: Day): boolean }

export function workingCalendar(closedDays: readonly string[]): WorkingCalendar {
  const closed: ReadonlySet<string> = new Set(closedDays)
  return { isWorkingDay: (day) => !isWeekend(day) && !isBankHoliday(day) && !closed.has(day) }
}

function isWeekend(day: Day): boolean {
  const weekday = new Date(day).getUTCDay()
  return weekday === 0 || weekday === 6
}

/** The day itself is not counted; a negative count goes back; 0 gives the day itself, working or not. */
export function addWorkingDays(from: Day, count: number, calendar: WorkingCalendar): Day {
  const step = Math.sign(count)
  let day = from
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step)
    if (calendar.isWorkingDay(day)) left -= 1
  }
  return day
}

/** How many working days `to` lies after `from`, not counting `from`; negative where it lies before. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  const step = to < from ? -1 : 1
  let count = 0
  for (let day = from; day !== to;) {
    day = addDays(day, step)
    if (calendar.isWorkingDay(day)) count += step
  }
  return count
}

export function workingDayOnOrAfter(day: Day, calendar: WorkingCalendar): Day {
  return calendar.isWorkingDay(day) ? day : addWorkingDays(day, 1, calendar)
}
