/** What holds of every ladder on every day: nothing is owed for the past, and nobody is spared the IRO's rung. */
import fc from 'fast-check'
import { it } from 'vitest'
import { asDay, type Day } from '../../src/calendar/day.ts'
import { addDays } from '../../src/calendar/months.ts'
import { addWorkingDays, workingCalendar } from '../../src/calendar/working-days.ts'
import { nextRungDay, rungDay, rungDue, type LadderState } from '../../src/nudges/ladder.ts'

const calendar = workingCalendar([])
const aDay = fc.integer({ min: 0, max: 700 }).map((days): Day => addDays(asDay('2026-01-01'), days))
const aThing = fc
  .record({
    due: aDay,
    moved: fc.integer({ min: 0, max: 30 }),
    ladder: fc.record({
      coming: fc.integer({ min: -10, max: -1 }),
      due: fc.constant(0 as const),
      overdue: fc.integer({ min: 1, max: 5 }),
      iro: fc.integer({ min: 6, max: 20 }),
      repeat: fc.integer({ min: 1, max: 10 }),
    }),
  })
  .map(({ due, moved, ladder }): LadderState => ({ due: addDays(due, moved), firstDue: due, ladder }))

const holds = <Given extends [unknown, ...unknown[]]>(property: fc.IProperty<Given>): void => {
  fc.assert(property, { seed: 1, numRuns: 500 })
}

/** Climbs on the days on which it wakes, as `ring-rung.ts` does, for so many wakes. */
function climbed(thing: LadderState, from: Day, wakes: number): readonly LadderState[] {
  const states: LadderState[] = []
  let today: Day | undefined = from
  for (let state = thing; today && states.length < wakes;) {
    const rung = rungDue(state, today, calendar)
    if (rung) state = { ...state, lastRung: rung, lastRungOn: today }
    states.push(state)
    today = nextRungDay(state, today, calendar)
  }
  return states
}

it('a next day is never today and never past', () => {
  holds(fc.property(aThing, aDay, (thing, today) => (nextRungDay(thing, today, calendar) ?? '9999') > today))
})

it('whatever is due was reached: no rung is climbed before its day', () => {
  holds(
    fc.property(aThing, aDay, (thing, today) => {
      const rung = rungDue(thing, today, calendar)
      return rung === undefined || rungDay(thing, rung, calendar) <= today
    }),
  )
})

it('the ladder of a thing that nobody does always reaches the IRO, and then comes back for ever', () => {
  holds(
    fc.property(aThing, aDay, (thing, from) => {
      const states = climbed(thing, from, 12)
      return states.length === 12 && states.at(-1)?.lastRung === 'iro'
    }),
  )
})

it('the IRO hears by the day that counts from the first date, however late the first wake was', () => {
  holds(
    fc.property(aThing, fc.integer({ min: 0, max: 60 }), (thing, late) => {
      const day = addWorkingDays(rungDay(thing, 'iro', calendar), late, calendar)
      return rungDue(thing, day, calendar) === 'iro'
    }),
  )
})
