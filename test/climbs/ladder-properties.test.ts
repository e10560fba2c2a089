/** What holds of every ladder, whatever happens to its thing and however late its wakes ring. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDay, type Day } from '../../src/calendar/day.ts'
import { addDays } from '../../src/calendar/months.ts'
import type { Climb, ClimbEvent, Policy, Stage } from '../../src/climbs/climb.ts'
import { ladderPolicy } from '../../src/climbs/ladder.ts'
import { momentOf } from '../../src/climbs/moment-of.ts'
import { step } from '../../src/climbs/step.ts'
import { momentAt } from './policies.ts'

const hourMs = 3_600_000
const days = (from: Day, count: number): Day => addDays(from, count)

const ladders = fc
  .record({
    coming: fc.integer({ min: -10, max: -1 }),
    due: fc.constant(0 as const),
    overdue: fc.integer({ min: 1, max: 5 }),
    iro: fc.integer({ min: 6, max: 20 }),
    repeat: fc.integer({ min: 1, max: 10 }),
  })
  .map(ladderPolicy)

/** What happens next: mostly a wake that rings, in time or after an outage. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('rang' as const), lateHours: fc.constant(0) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('rang' as const), lateHours: fc.nat(1_000) }) },
  fc.record({ what: fc.constant('early' as const), hours: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ what: fc.constant('moved' as const), hours: fc.nat(200), by: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ what: fc.constant('redated' as const), hours: fc.nat(200), by: fc.integer({ min: -60, max: 60 }) }),
  fc.record({ what: fc.constant('passed-on' as const), hours: fc.nat(200) }),
  fc.record({ what: fc.constant('restarted' as const), hours: fc.nat(200) }),
)
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never

const lives = fc.record({
  at: fc.integer({ min: 0, max: 8_000 }).map((hours) => new Date(Date.UTC(2026, 2, 20) + hours * hourMs)),
  inDays: fc.integer({ min: -20, max: 40 }),
  told: fc.boolean(),
  happenings: fc.array(happening, { maxLength: 25 }),
})
type Life = typeof lives extends fc.Arbitrary<infer One> ? One : never

type Step = {
  readonly event: ClimbEvent['event']
  readonly before?: Climb
  readonly climb: Climb & { readonly state: 'open' }
  readonly say?: Stage
  readonly at: Date
}

function lived(policy: Policy, { at, inDays, told, happenings }: Life): readonly Step[] {
  const steps: Step[] = []
  let now = at
  let due = days(asDay(at.toISOString().slice(0, 10)), inDays)
  let firstDue = due
  const take = (event: ClimbEvent) => {
    const before = steps.at(-1)?.climb
    const { climb, say } = step(policy, before, event, momentAt(now))
    if (climb?.state !== 'open') throw new Error('a ladder ends by an answer alone')
    steps.push({ event: event.event, at: now, climb, ...(before && { before }), ...(say && { say }) })
  }
  const tomorrow = () => new Date(now.getTime() + 24 * hourMs)
  take({ event: 'started', due, firstDue, ...(!told && { from: tomorrow() }) })
  for (const one of happenings) {
    const wake = steps.at(-1)?.climb.next.at ?? now
    now = momentFor(one, now, wake)
    if (one.what === 'moved') take({ event: 'changed', due: (due = days(due, one.by)), firstDue })
    else if (one.what === 'redated') take({ event: 'rang', due: (due = days(due, one.by)), firstDue: (firstDue = due) })
    else if (one.what === 'passed-on') take({ event: 'passed-on' })
    else if (one.what === 'restarted') take({ event: 'restarted', due, firstDue, from: tomorrow() })
    else take({ event: 'rang', due, firstDue })
  }
  return steps
}

function momentFor(one: Happening, now: Date, wake: Date): Date {
  if ('lateHours' in one) return new Date(Math.max(wake.getTime(), now.getTime()) + one.lateHours * hourMs)
  const later = new Date(now.getTime() + one.hours * hourMs)
  return one.what === 'early' ? new Date(Math.min(later.getTime(), wake.getTime() - 1)) : later
}

const orderOf = ({ stages }: Policy, stage: string | undefined): number =>
  stages.findIndex((one) => one.stage === stage)

/** Each property is held against lives of its own. */
const holds = (seed: number, of: (policy: Policy, steps: readonly Step[]) => void): void => {
  fc.assert(
    fc.property(ladders, lives, (policy, life) => {
      of(policy, lived(policy, life))
    }),
    { seed, numRuns: 200 },
  )
}

describe('every ladder', () => {
  it('never says two rungs for one event: at the same moment it has nothing more to say', () => {
    holds(1, (policy, steps) => {
      for (const { climb, say, at } of steps)
        if (say) expect(step(policy, climb, { event: 'rang' }, momentAt(at))).toEqual({ climb })
    })
  })

  it('never climbs backwards, and says again the last rung alone', () => {
    holds(2, (policy, steps) => {
      for (const { before, say } of steps) {
        const [was, is] = [orderOf(policy, before?.reached?.stage), orderOf(policy, say?.stage)]
        if (say) expect(is > was || (is === was && say === policy.stages.at(-1))).toBe(true)
      }
    })
  })

  it('loses a rung only by another date or a new beginning', () => {
    holds(3, (_, steps) => {
      for (const { before, climb, event } of steps)
        if (before?.reached && !climb.reached) expect(['changed', 'restarted']).toContain(event)
    })
  })

  it('never forgets that the IRO was told because a date is moved', () => {
    holds(4, (_, steps) => {
      for (const { before, climb, event } of steps)
        if (before?.reached?.stage === 'iro' && event !== 'restarted') expect(climb.reached?.stage).toBe('iro')
    })
  })

  it('says nothing but at a wake, and only what has come by the dates of that moment', () => {
    holds(5, (policy, steps) => {
      for (const { say, climb, at, event } of steps) {
        if (!say) continue
        expect(event).toBe('rang')
        expect(momentOf(say, climb, momentAt(at)).getTime()).toBeLessThanOrEqual(at.getTime())
        const higher = policy.stages.slice(orderOf(policy, say.stage) + 1)
        for (const one of higher) expect(momentOf(one, climb, momentAt(at)).getTime()).toBeGreaterThan(at.getTime())
      }
    })
  })

  it('has one wake at every moment, never in the past, and after a ring never at the same moment', () => {
    holds(6, (_, steps) => {
      for (const { climb, at, say } of steps) {
        expect(climb.next.at.getTime()).toBeGreaterThanOrEqual(at.getTime())
        if (say) expect(climb.next.at.getTime()).toBeGreaterThan(at.getTime())
      }
    })
  })

  it('reaches the IRO in the end where nobody does it, and then comes back for ever', () => {
    holds(7, (policy, steps) => {
      let climb = steps.at(-1)?.climb as Climb
      const said: (string | undefined)[] = []
      for (let wakes = 0; wakes < 8 && climb.state === 'open'; wakes += 1) {
        const stepped = step(policy, climb, { event: 'rang' }, momentAt(climb.next.at))
        climb = stepped.climb ?? climb
        said.push(stepped.say?.stage)
      }
      expect(said.slice(4)).toEqual(['iro', 'iro', 'iro', 'iro'])
    })
  })
})
