/** Any policy, any moment to begin at, and how a climb goes on when its wakes ring late. */
import fc from 'fast-check'
import type { Day } from '../../src/calendar/day.ts'
import { asDay } from '../../src/calendar/day.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import type { Climb, Policy, Stage } from '../../src/climbs/climb.ts'
import type { Moment } from '../../src/climbs/moment-of.ts'
import { step } from '../../src/climbs/step.ts'

const calendar = workingCalendar(['2026-12-29'])
const hours = { opens: '09:00', closes: '17:00' }
export const momentAt = (now: Date): Moment => ({ now, calendar, hours })

const minuteMs = 60_000
const aDayMs = 24 * 60 * minuteMs

/** Nights, weekends, Christmas and both clock changes are among them. */
const instant = fc
  .integer({ min: Date.UTC(2026, 2, 20) / minuteMs, max: Date.UTC(2027, 3, 10) / minuteMs })
  .map((minutes) => new Date(minutes * minuteMs))

const wait = fc.oneof(
  fc.record({ workingDays: fc.integer({ min: 1, max: 10 }) }),
  fc.record({ minutes: fc.integer({ min: 5, max: 5_000 }) }),
)
const stage = (name: string, when: Stage['when'], by: Stage['by']): Stage => ({
  ...{ stage: name, when, by },
  answers: ['owner'],
  tells: ['owner'],
})

const days = fc
  .uniqueArray(fc.integer({ min: -10, max: 15 }), { maxLength: 4 })
  .map((offsets) => offsets.toSorted((a, b) => a - b))

/** Days first, since a day that comes after a silence of unknown length has no fixed order. */
const stages = fc
  .tuple(days, fc.array(wait, { maxLength: 4 }), fc.constantFrom('direct' as const, 'digest' as const))
  .filter(([dated, waits]) => dated.length + waits.length > 0)
  .map(([dated, waits, by]) => [
    ...dated.map((day) => stage(`day ${day}`, { workingDaysFromDue: day, at: 'opening' as const }, by)),
    ...waits.map((one, place) => stage(`wait ${place}`, one, by)),
  ])

export const policies: fc.Arbitrary<Policy> = fc.record({
  stages,
  end: fc.oneof(fc.record({ repeats: wait }), fc.constant({ stops: 'somebody knows' })),
})

export const beginnings = fc.record({
  at: instant,
  due: instant.map((at): Day => asDay(at.toISOString().slice(0, 10))),
})

/** How late each wake rings: mostly in time, at times after an outage of weeks. */
export const delays = fc.array(
  fc.oneof(fc.constant(0), fc.integer({ min: 0, max: aDayMs }), fc.integer({ min: 0, max: 40 * aDayMs })),
  { minLength: 1, maxLength: 12 },
)

export type Lived = {
  /** The moment of each ring, what was said at it, and where it left the climb. */
  readonly rings: readonly { readonly at: Date; readonly say?: Stage; readonly climb: Climb }[]
  readonly climb: Climb
}

export function begin(policy: Policy, { at, due }: { at: Date; due: Day }): Climb {
  const { climb } = step(policy, undefined, { event: 'started', due }, momentAt(at))
  if (!climb) throw new Error('nothing started')
  return climb
}

/** Rings each wake so much later than it was set for, for as long as there is one. */
export function live(policy: Policy, from: Climb, late: readonly number[]): Lived {
  const rings: Lived['rings'][number][] = []
  let climb = from
  for (const lateMs of late) {
    if (climb.state !== 'open') break
    const at = new Date(climb.next.at.getTime() + lateMs)
    const stepped = step(policy, climb, { event: 'rang' }, momentAt(at))
    climb = stepped.climb ?? climb
    rings.push({ at, climb, ...(stepped.say && { say: stepped.say }) })
  }
  return { rings, climb }
}
