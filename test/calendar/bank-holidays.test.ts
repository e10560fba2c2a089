import { expect, it } from 'vitest'
import { isBankHoliday, lastKnownYear, runsPast } from '../../src/calendar/bank-holidays.ts'
import published from '../../src/calendar/bank-holidays.json' with { type: 'json' }
import { asDay, type Day } from '../../src/calendar/day.ts'
import { addDays } from '../../src/calendar/months.ts'

const years = Object.entries(published).map(([year, days]) => ({ year: Number(year), days }))

it('knows every year from the first to the last', () => {
  expect(years.map(({ year }) => year)).toEqual(Array.from(years, (_, index) => 2000 + index))
  expect(lastKnownYear).toBe(2028)
})

/** What was moved from its usual day, or given once: proclaimed for that year alone. */
const proclaimed: Readonly<Record<number, { readonly instead?: string; readonly given: readonly string[] }>> = {
  2002: { instead: '2002-05-27', given: ['2002-06-03', '2002-06-04'] }, // the Golden Jubilee
  2011: { given: ['2011-04-29'] }, // a royal wedding
  2012: { instead: '2012-05-28', given: ['2012-06-04', '2012-06-05'] }, // the Diamond Jubilee
  2020: { instead: '2020-05-04', given: ['2020-05-08'] }, // 75 years after the war in Europe ended
  2022: { instead: '2022-05-30', given: ['2022-06-02', '2022-06-03', '2022-09-19'] }, // the Platinum Jubilee, a funeral
  2023: { given: ['2023-05-08'] }, // a coronation
}

it.each(years)('holds for $year the eight of every year by their rules, and what was proclaimed', ({ year, days }) => {
  const easter = easterSunday(year)
  const christmas = firstWeekdayFrom(asDay(`${year}-12-25`))
  const usual = [
    firstWeekdayFrom(asDay(`${year}-01-01`)),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(asDay(`${year}-05-01`)),
    mondayFrom(asDay(`${year}-05-25`)),
    mondayFrom(asDay(`${year}-08-25`)),
    // Christmas Day on a Sunday has its substitute after Boxing Day; which of the two days off is which does not matter
    christmas,
    firstWeekdayFrom(addDays(christmas, 1)),
  ]
  const { instead, given } = proclaimed[year] ?? { given: [] }
  const expected = [...usual.filter((day) => day !== instead), ...given].sort()

  expect(days.map((date) => `${year}-${date}`)).toEqual(expected)
  for (const day of expected) expect(isBankHoliday(asDay(day))).toBe(true)
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

const mondayFrom = (day: Day): Day => addDays(day, (8 - weekday(day)) % 7)

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
