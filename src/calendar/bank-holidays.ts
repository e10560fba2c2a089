/**
 * The bank holidays of England and Wales; Christmas Day and Good Friday are among them. From 2019 on as gov.uk publishes them, before
 * that by the rules of each year and what was proclaimed: children have been in care that long.
 */
import { asDay, type Day } from './day.ts'
import published from './bank-holidays.json' with { type: 'json' }

const years: Readonly<Record<string, readonly string[]>> = published

const days: ReadonlySet<Day> = new Set(
  Object.entries(years).flatMap(([year, dates]) => dates.map((date) => asDay(`${year}-${date}`))),
)

export const lastKnownYear = Math.max(...Object.keys(years).map(Number))

export const isBankHoliday = (day: Day): boolean => days.has(day)

/** True where no bank holidays are published yet, so that a date counted in working days may come out too early. */
export const runsPast = (day: Day): boolean => Number(day.slice(0, 4)) > lastKnownYear
