/** How late something is, in words. */
import type { Day } from './day.ts'
import { inWords } from './in-words.ts'
import { workingDaysBetween, type WorkingCalendar } from './working-days.ts'

/** About a month of work. Above it a count tells people less than the date: nobody pictures 143 working days. */
const countedAtMost = 20

/**
 * Such as `overdue by 2 working days`, or `overdue since Friday 3 July 2026`, also on the weekend that follows, when no
 * working day has passed; `due` lies before `today`.
 */
export function overdueInWords(due: Day, today: Day, calendar: WorkingCalendar): string {
  const late = workingDaysBetween(due, today, calendar)
  return late < 1 || late > countedAtMost ? `overdue since ${inWords(due)}` : `overdue by ${workingDaysInWords(late)}`
}

/** Such as `2 working days after its first date`; undefined while that date has not passed. */
export function sinceFirstDate(firstDue: Day, today: Day, calendar: WorkingCalendar): string | undefined {
  const late = workingDaysBetween(firstDue, today, calendar)
  if (late <= 0) return undefined
  return late > countedAtMost ? `first due ${inWords(firstDue)}` : `${workingDaysInWords(late)} after its first date`
}

const workingDaysInWords = (count: number): string => (count === 1 ? '1 working day' : `${count} working days`)
