import { describe, expect, it } from 'vitest'
import { isBankHoliday, lastKnownYear, runsPast } from '../../src/calendar/bank-holidays.ts'
import published from '../../src/calendar/bank-holidays.json' with { type: 'json' }
import { asDay, type Day } from '../../src/calendar/day.ts'
import { addDays } from '../../src/calendar/months.ts'

const years = Object.entries(published).map(([year, days]) => ({ year: Number(year), days }))

it('knows every year from the first to the last', () => {
  expect(years.map(({ year }) => year)).toEqual(Array.from(years, (_, index) => 2019 + index))
  expect(lastKnownYear).toBe(2028)
})

describe.each(years)('the bank holidays of $year', ({ year, days }) => {
  const easter = easterSunday(year)

  it('are at least the eight of every year, each on a weekday, in order', () => {
    expect(days.length).toBeGreaterThanOrEqual(8)
    expect(days).toEqual([...new Set(days)].sort())
    for (const date of days) expect([1, 2, 3, 4, 5]).toContain(weekday(asDay(`${year}-${date}`)))
  })

  it.each([
    ['Good Friday', addDays(easter, -2)],
    ['Easter Monday', addDays(easter, 1)],
    ['the day off for New Year', firstWeekdayFrom(asDay(`${year}-01-01`))],
    ['the day off for Christmas', firstWeekdayFrom(asDay(`${year}-12-25`))],
    ['the last Monday of August', lastMondayOfAugust(year)],
  ])('hold %s', (_, day) => {
    expect(isBankHoliday(day)).toBe(true)
  })
})

it('hold the days that were given once', () => {
  for (const day of ['2022-06-03', '2022-09-19', '2023-05-08']) expect(isBankHoliday(asDay(day))).toBe(true)
})

it('does not hold the day that Scotland alone had', () => {
  expect(isBankHoliday(asDay('2026-06-15'))).toBe(false)
})

it('warns of a day in a year that is not published yet', () => {
  expect(runsPast(asDay('2028-12-31'))).toBe(false)
  expect(runsPast(asDay('2029-01-01'))).toBe(true)
})

function weekday(day: Day): number {
  return new Date(day).getUTCDay()
}

function firstWeekdayFrom(day: Day): Day {
  return [0, 6].includes(weekday(day)) ? firstWeekdayFrom(addDays(day, 1)) : day
}

function lastMondayOfAugust(year: number): Day {
  const last = asDay(`${year}-08-31`)
  return addDays(last, -((weekday(last) + 6) % 7))
}

/** The Gregorian reckoning of Easter (Meeus, Jones and Butcher). */
function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30
  const week = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * moon + 22 * week) / 451)
  const count = moon + week - 7 * correction + 114
  return asDay(
    `${year}-${String(Math.floor(count / 31)).padStart(2, '0')}-${String((count % 31) + 1).padStart(2, '0')}`,
  )
}
