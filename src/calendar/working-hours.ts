/** When the bot may write to people: the working hours of working days. */
import type { Day } from './day.ts'
import { timeInWords } from './in-words.ts'
import { dayOf, instantOf } from './london.ts'
import { addDays } from './months.ts'
import { addWorkingDays, workingDayOnOrAfter, type WorkingCalendar } from './working-days.ts'

/** Times of day as HH:MM, by the clocks of England; the moment of closing is outside. */
export type Hours = { readonly opens: string; readonly closes: string }

export const openingOn = (day: Day, hours: Hours): Date => instantOf(day, hours.opens)

export function withinWorkingHours(at: Date, hours: Hours, calendar: WorkingCalendar): boolean {
  const time = timeInWords(at)
  return calendar.isWorkingDay(dayOf(at)) && hours.opens <= time && time < hours.closes
}

/** When the last working day closed, outside working hours; undefined inside them, and where none closed in a month. */
export function lastClosing(at: Date, hours: Hours, calendar: WorkingCalendar): Date | undefined {
  if (withinWorkingHours(at, hours, calendar)) return undefined
  return Array.from({ length: 31 }, (_, ago) => addDays(dayOf(at), -ago))
    .filter((day) => calendar.isWorkingDay(day))
    .map((day) => instantOf(day, hours.closes))
    .find((closed) => closed <= at)
}

/** The instant itself inside working hours, else the next opening. */
export function nextWorkingMoment(at: Date, hours: Hours, calendar: WorkingCalendar): Date {
  if (withinWorkingHours(at, hours, calendar)) return at
  const today = dayOf(at)
  const afterClosing = timeInWords(at) >= hours.closes
  const next = afterClosing ? addWorkingDays(today, 1, calendar) : workingDayOnOrAfter(today, calendar)
  return openingOn(next, hours)
}
