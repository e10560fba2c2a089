import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { instantInWords, inWords, timeInWords } from '../../src/calendar/in-words.ts'
import { dayOf, instantOf } from '../../src/calendar/london.ts'

describe('the day in England', () => {
  it.each([
    ['just before midnight in winter', '2026-01-31T23:59:59Z', '2026-01-31'],
    ['at midnight in summer', '2026-06-30T23:00:00Z', '2026-07-01'],
    ['just before midnight in summer', '2026-06-30T22:59:59Z', '2026-06-30'],
    ['on the leap day', '2028-02-29T12:00:00Z', '2028-02-29'],
  ])('%s', (_, at, day) => {
    expect(dayOf(new Date(at))).toBe(day)
  })
})

describe('the instant of a time in England', () => {
  it.each([
    ['in winter', '2026-01-15', '09:00', '2026-01-15T09:00:00.000Z'],
    ['in summer', '2026-07-15', '09:00', '2026-07-15T08:00:00.000Z'],
    ['before the clocks go forward', '2026-03-29', '00:30', '2026-03-29T00:30:00.000Z'],
    ['that the clocks leave out: an hour later', '2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
    ['after the clocks went forward', '2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['that the clocks repeat: the first', '2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
    ['after the clocks went back', '2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
    ['at midnight of a summer day', '2026-07-01', '00:00', '2026-06-30T23:00:00.000Z'],
  ])('%s', (_, day, time, at) => {
    expect(instantOf(asDay(day), time).toISOString()).toBe(at)
  })
})

describe('in words', () => {
  it('a day', () => {
    expect(inWords(asDay('2026-03-31'))).toBe('Tuesday 31 March 2026')
    expect(inWords(asDay('2028-02-29'))).toBe('Tuesday 29 February 2028')
  })

  it('an instant, by the clocks of England', () => {
    expect(instantInWords(new Date('2026-03-31T08:00:00Z'))).toBe('Tuesday 31 March 2026, 09:00')
    expect(instantInWords(new Date('2026-12-01T09:05:00Z'))).toBe('Tuesday 1 December 2026, 09:05')
  })

  it('a time', () => {
    expect(timeInWords(new Date('2026-03-31T08:00:00Z'))).toBe('09:00')
  })
})
