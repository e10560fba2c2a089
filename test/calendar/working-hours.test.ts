import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { instantOf } from '../../src/calendar/london.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { nextWorkingMoment, openingOn, withinWorkingHours } from '../../src/calendar/working-hours.ts'

const hours = { opens: '09:00', closes: '17:00' }
const calendar = workingCalendar(['2026-07-15'])

function at(dayAndTime: string): Date {
  const [day, time] = dayAndTime.split(' ') as [string, string]
  return instantOf(asDay(day), time)
}

describe('what happens', () => {
  it.each([
    ['in the working day waits for nothing', '2026-07-14 10:15', '2026-07-14 10:15'],
    ['at the opening waits for nothing', '2026-07-14 09:00', '2026-07-14 09:00'],
    ['early in the morning waits for the opening', '2026-07-14 06:00', '2026-07-14 09:00'],
    ['at closing waits for the next day', '2026-07-13 17:00', '2026-07-14 09:00'],
    ['in the evening before a closed day waits for the day after', '2026-07-14 18:00', '2026-07-16 09:00'],
    ['on a closed day waits for the day after', '2026-07-15 11:00', '2026-07-16 09:00'],
    ['on Friday evening before a bank holiday waits for Tuesday', '2026-08-28 17:30', '2026-09-01 09:00'],
    ['on Saturday waits for Monday', '2026-07-18 12:00', '2026-07-20 09:00'],
    ['before the clocks go forward waits for Monday in summer time', '2026-03-27 20:00', '2026-03-30 09:00'],
    ['before the clocks go back waits for Monday in winter time', '2026-10-23 20:00', '2026-10-26 09:00'],
  ])('%s', (_, from, next) => {
    expect(nextWorkingMoment(at(from), hours, calendar)).toEqual(at(next))
  })
})

it('keeps a moment of the working day to the millisecond', () => {
  const moment = new Date('2026-07-14T09:15:30.123Z')

  expect(nextWorkingMoment(moment, hours, calendar)).toEqual(moment)
})

it('says whether a moment is in working hours', () => {
  expect(withinWorkingHours(at('2026-07-14 16:59'), hours, calendar)).toBe(true)
  expect(withinWorkingHours(at('2026-07-14 17:00'), hours, calendar)).toBe(false)
  expect(withinWorkingHours(at('2026-07-18 12:00'), hours, calendar)).toBe(false)
})

it('opens by the clocks of England, in summer and in winter', () => {
  expect(openingOn(asDay('2026-03-27'), hours).toISOString()).toBe('2026-03-27T09:00:00.000Z')
  expect(openingOn(asDay('2026-03-30'), hours).toISOString()).toBe('2026-03-30T08:00:00.000Z')
})
