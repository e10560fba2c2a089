/** What holds of every day and every instant, not only of those that somebody thought of. */
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { asDay, type Day } from '../../src/calendar/day.ts'
import { dayOf, instantOf } from '../../src/calendar/london.ts'
import { addDays } from '../../src/calendar/months.ts'
import { addWorkingDays, workingCalendar, workingDaysBetween } from '../../src/calendar/working-days.ts'
import { nextWorkingMoment, withinWorkingHours } from '../../src/calendar/working-hours.ts'

const calendar = workingCalendar([])
const hours = { opens: '09:00', closes: '17:00' }
const first = asDay('2024-01-01')
const aDay = fc.integer({ min: 0, max: 1_800 }).map((days): Day => addDays(first, days))
const anInstant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 11, 31) }).map((ms) => new Date(ms))
const count = fc.integer({ min: -40, max: 40 })

const holds = <Given extends [unknown, ...unknown[]]>(property: fc.IProperty<Given>): void => {
  fc.assert(property, { seed: 1, numRuns: 500 })
}

describe('working days', () => {
  it('that are added lie on working days, so many apart, and are taken off again', () => {
    holds(
      fc.property(aDay, count, (day, days) => {
        const there = addWorkingDays(day, days, calendar)
        if (days === 0) return there === day
        return calendar.isWorkingDay(there) && workingDaysBetween(day, there, calendar) === days
      }),
    )
  })

  it('never come out earlier for more of them', () => {
    holds(
      fc.property(
        aDay,
        count,
        (day, days) => addWorkingDays(day, days, calendar) <= addWorkingDays(day, days + 1, calendar),
      ),
    )
  })
})

describe('the clocks of England', () => {
  it('show the day on which an instant lies, whatever the time, also when they change', () => {
    const aTime = fc.integer({ min: 0, max: 23 * 60 + 59 }).map((minutes) => {
      const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
      return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    })
    holds(fc.property(aDay, aTime, (day, time) => dayOf(instantOf(day, time)) === day))
  })

  it('give a next working moment that is one, never earlier, and with no other before it', () => {
    holds(
      fc.property(anInstant, (at) => {
        const moment = nextWorkingMoment(at, hours, calendar)
        if (moment.getTime() === at.getTime()) return withinWorkingHours(at, hours, calendar)
        const justBefore = new Date(moment.getTime() - 60_000)
        return (
          moment > at && withinWorkingHours(moment, hours, calendar) && !withinWorkingHours(justBefore, hours, calendar)
        )
      }),
    )
  })
})
