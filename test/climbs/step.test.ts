import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/calendar/london.ts'
import { withinWorkingHours } from '../../src/calendar/working-hours.ts'
import type { Climb, ClimbEvent, Policy } from '../../src/climbs/climb.ts'
import { Policy as PolicySchema } from '../../src/climbs/climb.ts'
import { step } from '../../src/climbs/step.ts'
import { begin, beginnings, delays, live, momentAt, policies } from './policies.ts'

const said = (policy: Policy, from: Climb, late: readonly number[]) =>
  live(policy, from, late).rings.flatMap(({ say }) => (say ? [say.stage] : []))

describe('any climb', () => {
  it('says a stage twice only where its policy repeats it', () => {
    fc.assert(
      fc.property(policies, beginnings, delays, (policy, beginning, late) => {
        const stages = said(policy, begin(policy, beginning), late)
        const last = policy.stages.at(-1)?.stage
        const once = 'repeats' in policy.end ? stages.filter((stage) => stage !== last) : stages

        expect(once).toEqual([...new Set(once)])
      }),
    )
  })

  it('says its stages in the order of the policy', () => {
    fc.assert(
      fc.property(policies, beginnings, delays, (policy, beginning, late) => {
        const order = policy.stages.map(({ stage }) => stage)
        const places = said(policy, begin(policy, beginning), late).map((stage) => order.indexOf(stage))

        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }),
    )
  })

  it('says something at every wake', () => {
    fc.assert(
      fc.property(policies, beginnings, delays, (policy, beginning, late) => {
        for (const { say } of live(policy, begin(policy, beginning), late).rings) expect(say).toBeDefined()
      }),
    )
  })

  it('sets no wake in the past, and none of a silence for the moment itself', () => {
    fc.assert(
      fc.property(policies, beginnings, delays, (policy, beginning, late) => {
        const from = begin(policy, beginning)
        if (from.state === 'open') expect(from.next.at.getTime()).toBeGreaterThanOrEqual(beginning.at.getTime())
        for (const { at, climb } of live(policy, from, late).rings)
          if (climb.state === 'open') expect(climb.next.at.getTime()).toBeGreaterThan(at.getTime())
      }),
    )
  })

  it('wakes as hours open, or before for a digest, but where its policy counts minutes or it begins late', () => {
    fc.assert(
      fc.property(policies, beginnings, delays, (policy, beginning, late) => {
        for (const { climb } of live(policy, begin(policy, beginning), late).rings) {
          if (climb.state !== 'open') continue
          const next = policy.stages.find(({ stage }) => stage === climb.next.stage)
          const again = climb.reached?.stage === next?.stage && 'repeats' in policy.end
          const waits = again && 'repeats' in policy.end ? policy.end.repeats : next?.when
          const { calendar, hours } = momentAt(climb.next.at)
          if (!waits || !('workingDays' in waits)) continue
          const isDirect = next?.by === 'direct'
          expect(withinWorkingHours(climb.next.at, hours, calendar)).toBe(isDirect)
          expect(calendar.isWorkingDay(dayOf(climb.next.at))).toBe(true)
        }
      }),
    )
  })

  it('has a wake, or has come to the end that its policy names', () => {
    fc.assert(
      fc.property(policies, beginnings, delays, (policy, beginning, late) => {
        const { climb } = live(policy, begin(policy, beginning), late)
        if (climb.state === 'open') return
        expect(climb.state).toBe('stopped')
        expect(policy.end).toHaveProperty('stops')
        expect(climb.reached?.stage).toBe(policy.stages.at(-1)?.stage)
      }),
    )
  })

  it('that rings late says nothing that one in time would not have said, and comes to the same end', () => {
    fc.assert(
      fc.property(policies, beginnings, delays, (policy, beginning, late) => {
        const from = begin(policy, beginning)
        const lastlyMs = policy.stages.map(() => 0)
        const inTime = said(policy, from, lastlyMs)
        const delayed = said(policy, from, [...late, ...lastlyMs])

        expect(delayed.filter((stage) => !inTime.includes(stage))).toEqual([])
        expect(new Set(delayed).has(inTime.at(-1) ?? '')).toBe(true)
      }),
    )
  })

  it('skips a silence for no outage: only days that have passed are left out', () => {
    fc.assert(
      fc.property(policies, beginnings, delays, (policy, beginning, late) => {
        const stages = said(policy, begin(policy, beginning), [...late, ...policy.stages.map(() => 0)])
        const waits = policy.stages.filter(({ when }) => !('workingDaysFromDue' in when)).map(({ stage }) => stage)

        expect(stages).toEqual(expect.arrayContaining(waits))
      }),
    )
  })

  it('ends when it is answered, and nothing wakes it but being reopened', () => {
    fc.assert(
      fc.property(policies, beginnings, delays, fc.array(fc.nat(3)), (policy, beginning, late, later) => {
        const moment = momentAt(new Date(Date.UTC(2028, 0, 3, 10)))
        const { climb } = live(policy, begin(policy, beginning), late)
        let over = step(policy, climb, { event: 'answered' }, moment).climb
        const events: readonly ClimbEvent[] = [
          { event: 'rang' },
          { event: 'changed' },
          { event: 'answered' },
          { event: 'started', due: beginning.due },
        ]
        for (const which of later) {
          const { climb: next, say } = step(policy, over, events[which] ?? { event: 'rang' }, moment)
          expect(say).toBeUndefined()
          over = next
        }
        expect(over?.state).toBe('answered')

        const again = step(policy, over, { event: 'reopened', due: beginning.due }, moment).climb
        expect(again).toMatchObject({ state: 'open' })
        expect(again).not.toHaveProperty('reached')
      }),
    )
  })

  it('says nothing before its time, and nothing where it never started', () => {
    fc.assert(
      fc.property(policies, beginnings, fc.integer({ min: 1, max: 10_000 }), (policy, beginning, early) => {
        const climb = begin(policy, beginning)
        if (climb.state !== 'open') throw new Error('not open')
        const before = new Date(climb.next.at.getTime() - early)

        expect(step(policy, climb, { event: 'rang' }, momentAt(before))).toEqual({ climb })
        expect(step(policy, undefined, { event: 'rang' }, momentAt(before))).toEqual({ climb: undefined })
      }),
    )
  })

  it('is the same after it was kept as JSON', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(PolicySchema.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy)
      }),
    )
  })
})

const silence: Policy = {
  stages: [
    { stage: 'again', when: { workingDays: 2 }, answers: ['social-worker'], tells: ['social-worker'], by: 'direct' },
    {
      stage: 'iro',
      when: { workingDays: 2 },
      answers: ['social-worker'],
      tells: ['social-worker', 'iro'],
      by: 'direct',
    },
  ],
  end: { repeats: { workingDays: 5 } },
}

const friday = momentAt(new Date('2026-09-04T13:00:00Z'))

describe('a climb of two silences', () => {
  it('waits two working days, over a weekend, to the opening of hours', () => {
    expect(step(silence, undefined, { event: 'started' }, friday).climb).toEqual({
      state: 'open',
      toldAt: friday.now,
      next: { stage: 'again', at: new Date('2026-09-08T08:00:00Z') },
    })
  })

  it('counts the second silence from when the first was said, also after an outage', () => {
    const { climb } = step(silence, undefined, { event: 'started' }, friday)
    const late = momentAt(new Date('2026-09-16T08:00:00Z'))

    const { say, climb: after } = step(silence, climb, { event: 'rang' }, late)

    expect(say?.stage).toBe('again')
    expect(after).toMatchObject({ next: { stage: 'iro', at: new Date('2026-09-18T08:00:00Z') } })
  })

  it('counts how often its last stage was said', () => {
    const climb = step(silence, undefined, { event: 'started' }, friday).climb
    if (!climb) throw new Error('nothing started')

    expect(live(silence, climb, [0, 0, 0, 0]).climb.reached).toMatchObject({ stage: 'iro', times: 3 })
  })

  it('gives the person who takes it over as long as the person who had it', () => {
    const climb = step(silence, undefined, { event: 'started' }, friday).climb
    if (!climb) throw new Error('nothing started')
    const later = live(silence, climb, [0]).climb

    const toldAt = new Date('2026-09-09T10:00:00Z')
    const changed = step(silence, later, { event: 'changed' }, momentAt(toldAt)).climb

    expect(changed).toEqual({ state: 'open', toldAt, next: { stage: 'again', at: new Date('2026-09-11T08:00:00Z') } })
  })
})

const dated: Policy = {
  stages: [
    {
      stage: 'remind',
      when: { workingDaysFromDue: -2, at: 'opening' },
      answers: ['asked'],
      tells: ['asked'],
      by: 'direct',
    },
    { stage: 'close', when: { workingDaysFromDue: 0, at: 'closing' }, answers: ['asked'], tells: [], by: 'direct' },
  ],
  end: { stops: 'closed' },
}
const monday = dayOf(new Date('2026-09-14T12:00:00Z'))

describe('a climb of days', () => {
  it('leaves out a day that has passed when it begins', () => {
    const started = (at: string) =>
      step(dated, undefined, { event: 'started', due: monday }, momentAt(new Date(at))).climb

    expect(started('2026-09-10T07:59:00Z')).toMatchObject({ next: { stage: 'remind' } })
    expect(started('2026-09-10T08:00:00Z')).toMatchObject({
      next: { stage: 'close', at: new Date('2026-09-14T16:00:00Z') },
    })
    expect(started('2026-09-20T08:00:00Z')).toMatchObject({
      next: { stage: 'close', at: new Date('2026-09-20T08:00:00Z') },
    })
  })

  it('says the highest that was reached, once, when it rings after both', () => {
    const { climb } = step(dated, undefined, { event: 'started', due: monday }, friday)

    const rang = step(dated, climb, { event: 'rang' }, momentAt(new Date('2026-09-15T08:00:00Z')))

    expect(rang).toMatchObject({ say: { stage: 'close' }, climb: { state: 'stopped' } })
  })

  it('counts from another day when that was changed', () => {
    const { climb } = step(dated, undefined, { event: 'started', due: monday }, friday)
    const due = dayOf(new Date('2026-09-21T12:00:00Z'))

    expect(step(dated, climb, { event: 'changed', due }, friday).climb).toMatchObject({
      due,
      next: { stage: 'remind', at: new Date('2026-09-17T08:00:00Z') },
    })
  })

  it('cannot begin without the day that it counts from', () => {
    expect(() => step(dated, undefined, { event: 'started' }, friday)).toThrow('lacks')
  })
})

describe('a policy', () => {
  it('names each stage once', () => {
    const twice = { ...silence, stages: [...silence.stages, ...silence.stages] }

    expect(PolicySchema.safeParse(twice).success).toBe(false)
  })
})
