import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { addDays, addMonths, birthday, fullYearsAt } from '../../src/calendar/months.ts'

describe('months are counted to the corresponding date', () => {
  it.each([
    ['2025-08-31', 6, '2026-02-28'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2023-11-29', 3, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-10-15', 3, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', 0, '2026-01-15'],
  ])('%s and %i months: %s', (day, months, expected) => {
    expect(addMonths(asDay(day), months)).toBe(expected)
  })
})

describe('days are counted', () => {
  it.each([
    ['over a leap day', '2028-02-28', 2, '2028-03-01'],
    ['over the spring clock change', '2026-03-28', 2, '2026-03-30'],
    ['over the autumn clock change', '2026-10-26', -2, '2026-10-24'],
    ['over the end of a year', '2026-12-31', 1, '2027-01-01'],
  ])('%s', (_, day, days, expected) => {
    expect(addDays(asDay(day), days)).toBe(expected)
  })
})

describe('a birthday', () => {
  it.each([
    ['is the same date, years later', '2010-11-30', 16, '2026-11-30'],
    ['of 29 February is 28 February in other years', '2012-02-29', 18, '2030-02-28'],
    ['of 29 February is itself in a leap year', '2012-02-29', 16, '2028-02-29'],
  ])('%s', (_, born, years, expected) => {
    expect(birthday(asDay(born), years)).toBe(expected)
  })
})

describe('full years of age', () => {
  it.each([
    ['the day before a birthday', '2010-11-30', '2026-11-29', 15],
    ['on a birthday', '2010-11-30', '2026-11-30', 16],
    ['born 29 February, on 27 February', '2012-02-29', '2030-02-27', 17],
    ['born 29 February, on 28 February', '2012-02-29', '2030-02-28', 18],
    ['born 29 February, on 28 February of a leap year', '2012-02-29', '2028-02-28', 15],
    ['on the day of birth', '2026-05-01', '2026-05-01', 0],
  ])('%s', (_, born, on, years) => {
    expect(fullYearsAt(asDay(born), asDay(on))).toBe(years)
  })
})
