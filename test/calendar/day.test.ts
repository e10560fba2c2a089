import { describe, expect, it } from 'vitest'
import { asDay, readDay } from '../../src/calendar/day.ts'

describe('a day is read from', () => {
  it.each([
    ['a browser', '2026-03-31', '2026-03-31'],
    ['a hand with two digits', '31/03/2026', '2026-03-31'],
    ['a hand with one digit', '1/3/2026', '2026-03-01'],
    ['a leap day', '29/2/2028', '2028-02-29'],
  ])('%s', (_, given, day) => {
    expect(readDay(given)).toBe(day)
  })
})

describe('there is no day in', () => {
  it.each([
    ['nothing', ''],
    ['30 February', '2026-02-30'],
    ['29 February of a common year', '29/02/2026'],
    ['month 13', '2026-13-01'],
    ['the American order', '03/31/2026'],
    ['a year of two digits', '31/03/26'],
    ['day zero', '0/3/2026'],
    ['a day with a time', '2026-03-31T09:00'],
    ['words', 'next Tuesday'],
  ])('%s', (_, given) => {
    expect(readDay(given)).toBeUndefined()
  })
})

describe('a day that the program writes', () => {
  it('is in ISO form alone', () => {
    expect(asDay('2026-03-31')).toBe('2026-03-31')
    expect(() => asDay('31/03/2026')).toThrow(RangeError)
  })

  it('is not repeated by the error', () => {
    expect(() => asDay('12 March 2012')).toThrow('no such day: 13 characters, expected yyyy-mm-dd')
  })
})
