import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import {
  addWorkingDays,
  workingCalendar,
  workingDayOnOrAfter,
  workingDaysBetween,
} from '../../src/calendar/working-days.ts'

const calendar = workingCalendar([])
const after = (from: string, count: number) => addWorkingDays(asDay(from), count, calendar)
const between = (from: string, to: string) => workingDaysBetween(asDay(from), asDay(to), calendar)

const table = [
  ['with Easter in between', '2024-03-11', '2024-03-18', '2024-03-25', '2024-04-03', '2024-04-10'],
  ['with Easter and early May', '2025-04-07', '2025-04-14', '2025-04-23', '2025-04-30', '2025-05-08'],
  ['without a holiday', '2025-06-02', '2025-06-09', '2025-06-16', '2025-06-23', '2025-06-30'],
  ['over Christmas', '2025-12-15', '2025-12-22', '2025-12-31', '2026-01-08', '2026-01-15'],
  ['from a Friday', '2026-03-20', '2026-03-27', '2026-04-07', '2026-04-14', '2026-04-21'],
  ['from a Friday in May', '2026-05-01', '2026-05-11', '2026-05-18', '2026-05-26', '2026-06-02'],
  ['from a Saturday', '2026-08-22', '2026-08-28', '2026-09-07', '2026-09-14', '2026-09-21'],
  ['with 28 December as a substitute', '2026-12-14', '2026-12-21', '2026-12-30', '2027-01-07', '2027-01-14'],
  ['with three substitutes', '2027-12-13', '2027-12-20', '2027-12-29', '2028-01-06', '2028-01-13'],
] as const

describe.each(table)('working days %s', (_, from, ...expected) => {
  it.each([5, 10, 15, 20].map((count, index) => [count, expected[index] ?? '']))('%i of them', (count, to) => {
    expect(after(from, count)).toBe(to)
    expect(between(from, to)).toBe(count)
  })
})

describe('working days', () => {
  it.each([
    ['none, from a Sunday', '2026-08-23', 0, '2026-08-23'],
    ['one back, from a Monday', '2026-08-24', -1, '2026-08-21'],
    ['one back, from a Sunday', '2026-08-23', -1, '2026-08-21'],
    ['five back, over Easter', '2026-04-10', -5, '2026-04-01'],
  ])('%s', (_, from, count, expected) => {
    expect(after(from, count)).toBe(expected)
  })
})

describe('between two days', () => {
  it.each([
    ['a day and itself', '2026-08-28', '2026-08-28', 0],
    ['a Friday and the Sunday after it', '2026-08-28', '2026-08-30', 0],
    ['a Friday and the Tuesday after a bank holiday', '2026-08-28', '2026-09-01', 1],
    ['a Tuesday and the Friday before a bank holiday', '2026-09-01', '2026-08-28', -1],
    ['a Monday and the Monday before it', '2026-06-15', '2026-06-08', -5],
    ['a Sunday and the Saturday before it', '2026-08-30', '2026-08-29', 0],
  ])('%s', (_, from, to, count) => {
    expect(between(from, to)).toBe(count)
  })
})

describe('the working day on or after', () => {
  it.each([
    ['a working day is that day', '2026-08-28', '2026-08-28'],
    ['a Saturday before a bank holiday is the Tuesday', '2026-08-29', '2026-09-01'],
    ['Good Friday is the Tuesday', '2026-04-03', '2026-04-07'],
  ])('%s', (_, day, expected) => {
    expect(workingDayOnOrAfter(asDay(day), calendar)).toBe(expected)
  })
})

it('leaves out the days on which a partnership is closed', () => {
  const closedForChristmas = workingCalendar(['2026-12-29', '2026-12-30', '2026-12-31'])

  expect(addWorkingDays(asDay('2026-12-24'), 1, closedForChristmas)).toBe('2027-01-04')
})
