/** Calendar arithmetic by days, months and years. */
import { asDay, type Day } from './day.ts'
import { dayMs } from './durations.ts'

export const addDays = (day: Day, days: number): Day => ofUtc(Date.parse(day) + days * dayMs)

/**
 * Calendar months by the corresponding-date rule: the same day number, or the last day of a month too short for it
 * (Interpretation Act 1978, Schedule 1; Dodds v Walker [1981]). Never shifted for weekends or bank holidays.
 */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return ofUtc(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)))
}

/** Somebody born on 29 February has their birthday on 28 February in other years: the cautious reading for a deadline. */
export const birthday = (born: Day, years: number): Day => addMonths(born, years * 12)

export function fullYearsAt(born: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on < birthday(born, years) ? years - 1 : years
}

const ofUtc = (ms: number): Day => asDay(new Date(ms).toISOString().slice(0, 10))
