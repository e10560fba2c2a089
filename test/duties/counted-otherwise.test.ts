/** The engine beside another reckoning, for starts of care from 2010 to 2028, in three zones of the machine. */
import { afterEach, describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { dueDay } from '../../src/duties/due-day.ts'
import { dueOtherwise, everyDay, monthsLater, workingDaysLater } from './counted-otherwise.ts'

const zone = process.env['TZ']
afterEach(() => (process.env['TZ'] = zone))

const starts = everyDay.filter((day) => day >= '2010-01-01' && day < '2029-01-01')
const place = new Map(everyDay.map((day, index) => [day, index]))
const later = (day: string, days: number): string => everyDay[(place.get(day) ?? 0) + days] ?? day

/** Reviews in time, late, early, in two parts, one alone, none: by the place of the day, so that all are met. */
function reviewsOf(start: string, index: number): readonly string[] {
  const first = later(start, [12, 26, 27, 28, 29, 41, 160][index % 7] ?? 0)
  const second = later(first, [20, 28, 29, 60, 90, 91, 93, 200][index % 8] ?? 0)
  return [[], [first], [first, second], [first, second, later(second, 30)]][index % 4] ?? []
}

describe.each(['Europe/London', 'America/New_York', 'Pacific/Kiritimati'].map((zone, turn) => ({ zone, turn })))(
  'in $zone',
  ({ zone, turn }) => {
    it.each(['permanence-plan', 'health-assessment'] as const)('agrees on the day of every %s', (kind) => {
      process.env['TZ'] = zone
      const differing: string[] = []
      // in steps that share no length with week, month or year
      for (let index = turn * 10; index < starts.length; index += 31) {
        const start = starts[index] ?? ''
        const held = reviewsOf(start, index)
        const careFrom = asDay(start)
        const care = { careFrom, began: { returned: careFrom }, reviewsHeld: held.map(asDay) }
        const due = dueDay(kind, care)?.due ?? 'nothing'
        if (due !== dueOtherwise(kind, start, held)) differing.push(`${start} ${held.join()}: ${due}`)
        if (kind === 'permanence-plan' && due > monthsLater(workingDaysLater(start, 20), 3))
          differing.push(`${start} slides`)
      }
      expect(differing).toEqual([])
    })
  },
)
