import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { dayOf } from '../../src/calendar/london.ts'
import type { Climb, Counted } from '../../src/climbs/climb.ts'
import { ladderDates, ladderPolicy } from '../../src/climbs/ladder.ts'
import { step } from '../../src/climbs/step.ts'
import { stillReached } from '../../src/climbs/still-reached.ts'
import { told } from '../../src/parts/told.ts'
import { Policies, Rung } from '../../src/partnership/policies.ts'
import { momentAt } from './policies.ts'

const { ladder } = Policies.parse({})
const policy = ladderPolicy(ladder)

/** A minute after rungs are worked out. */
const on = (day: string) => momentAt(new Date(`${day}T00:06:00Z`))

const climbing = (due: string, rest: Counted & { readonly next?: string } = {}): Climb => {
  const { next = '2026-01-01', ...counted } = rest
  const dates = { due: asDay(due), firstDue: asDay(due) }
  return { state: 'open', next: { stage: 'coming', at: new Date(next) }, ...dates, ...counted }
}
const reached = (stage: Rung, day: string) => ({ reached: { stage, at: on(day).now, times: 1 } })

const rungOn = (day: string, climb: Climb) => step(policy, climb, { event: 'rang' }, on(day)).say?.stage
const next = (climb: Climb | undefined) =>
  climb?.state === 'open' ? `${dayOf(climb.next.at)} ${climb.next.stage}` : undefined
const nextAfter = (day: string, climb: Climb) => next(step(policy, climb, { event: 'rang' }, on(day)).climb)

describe('something due on Tuesday 13 October 2026', () => {
  const thing = climbing('2026-10-13')

  it.each([
    ['six working days before', '2026-10-05', undefined],
    ['five working days before', '2026-10-06', 'coming'],
    ['at the weekend before', '2026-10-10', 'coming'],
    ['on the day', '2026-10-13', 'due'],
    ['on the first working day after', '2026-10-14', 'due'],
    ['on the second', '2026-10-15', 'overdue'],
    ['on the ninth', '2026-10-26', 'overdue'],
    ['on the tenth', '2026-10-27', 'iro'],
  ])('has reached, %s', (_, today, rung) => {
    expect(rungOn(today, thing)).toBe(rung)
  })

  it.each([
    ['a rung is not climbed twice', '2026-10-08', 'coming', undefined],
    ['nor one below it', '2026-10-13', 'overdue', undefined],
    ['after an outage only the highest is climbed', '2026-10-28', 'coming', 'iro'],
  ] as const)('%s', (_, today, last, rung) => {
    expect(rungOn(today, { ...thing, ...reached(last, '2026-10-06') })).toBe(rung)
  })

  it('is looked at again on the day of each rung, and never between', () => {
    expect(nextAfter('2026-09-14', thing)).toBe('2026-10-06 coming')
    expect(nextAfter('2026-10-06', thing)).toBe('2026-10-13 due')
    expect(nextAfter('2026-10-13', thing)).toBe('2026-10-15 overdue')
    expect(nextAfter('2026-10-15', thing)).toBe('2026-10-27 iro')
  })

  it('is worked out before the day opens', () => {
    const { climb } = step(policy, undefined, { event: 'started', due: asDay('2026-10-13') }, on('2026-09-14'))

    expect(climb).toMatchObject({ next: { at: new Date('2026-10-05T23:05:00Z') } })
  })

  it('is said again every week once the IRO was told, until it is done', () => {
    const heard = { ...thing, ...reached('iro', '2026-10-27') }
    const { climb, say } = step(policy, heard, { event: 'rang' }, on('2026-11-03'))

    expect(say?.stage).toBe('iro')
    expect(climb?.reached?.times).toBe(2)
    expect(next(climb)).toBe('2026-11-10 iro')
    expect(climb && rungOn('2026-11-09', climb)).toBeUndefined()
  })

  it('is said again as often as the ladder that it started with says', () => {
    const daily = ladderPolicy({ ...ladder, repeat: 1 })
    const heard = { ...thing, ...reached('overdue', '2026-10-15') }

    expect(next(step(daily, heard, { event: 'rang' }, on('2026-10-27')).climb)).toBe('2026-10-28 iro')
  })
})

describe('around Christmas 2026, something due on Wednesday 23 December', () => {
  it.each([
    ['coming', undefined, '2026-12-16'],
    ['due', 'coming', '2026-12-23'],
    ['overdue', 'due', '2026-12-30'], // 29 December is a closed day here
    ['iro', 'overdue', '2027-01-12'],
  ] as const)('%s is reached on %s', (rung, last, day) => {
    const thing = climbing('2026-12-23', last ? reached(last, '2026-12-01') : {})

    expect(nextAfter('2026-12-02', thing)).toBe(`${day} ${rung}`)
  })
})

it('reminds of a date at the weekend on the Friday before, since Monday would be too late', () => {
  const { climb } = step(policy, undefined, { event: 'started', due: asDay('2026-10-10') }, on('2026-10-08'))

  expect(next(climb)).toBe('2026-10-09 due')
})

describe('a date that is moved from 6 October to 3 November 2026', () => {
  const dates = { due: asDay('2026-11-03'), firstDue: asDay('2026-10-06') }
  const moved = (climb: Climb) => step(policy, climb, { event: 'changed', ...dates }, on('2026-10-07')).climb

  it('begins its ladder again', () => {
    expect(moved(climbing('2026-10-06', reached('due', '2026-10-06')))).not.toHaveProperty('reached')
  })

  it('still reaches the IRO ten working days after the first date', () => {
    const climb = moved(climbing('2026-10-06'))

    expect(next(climb)).toBe('2026-10-20 iro')
    expect(climb && rungOn('2026-10-19', climb)).toBeUndefined()
    expect(climb && rungOn('2026-10-20', climb)).toBe('iro')
  })

  it('does not make the IRO forget', () => {
    const climb = moved(climbing('2026-09-21', reached('iro', '2026-10-05')))

    expect(climb?.reached?.stage).toBe('iro')
    expect(next(climb)).toBe('2026-10-20 iro')
  })

  it('says nothing at a wake of the old date', () => {
    const rang = step(policy, climbing('2026-10-06'), { event: 'rang', ...dates }, on('2026-10-08'))

    expect(rang.say).toBeUndefined()
    expect(next(rang.climb)).toBe('2026-10-20 iro')
  })
})

describe('a duty whose date follows a later review', () => {
  const dates = { due: asDay('2026-12-01'), firstDue: asDay('2026-12-01') }

  it.each([
    ['overdue', '2026-12-15 iro'],
    ['iro', '2026-12-15 iro'],
  ] as const)('keeps the rung %s, and is not said to be overdue before it is', (rung, expected) => {
    const climb = climbing('2026-10-13', { ...reached(rung, '2026-10-27'), next: '2026-10-28' })
    const { say, climb: after } = step(policy, climb, { event: 'rang', ...dates }, on('2026-11-03'))

    expect(say).toBeUndefined()
    expect(after?.reached?.stage).toBe(rung)
    expect(next(after)).toBe(expected)
  })

  it('has not reached that rung by the dates of today, so a reminder that waits is not posted', () => {
    const known = { policy, climb: climbing('2026-10-13', reached('overdue', '2026-10-15')) }

    expect(stillReached(known, { due: asDay('2026-10-13') }, on('2026-10-15'))?.stage).toBe('overdue')
    expect(stillReached(known, dates, on('2026-10-15'))).toBeUndefined()
  })
})

describe('something that its owner is told of on 8 October 2026', () => {
  const begun = (due: string) =>
    step(policy, undefined, { event: 'started', due: asDay(due), firstDue: asDay(due) }, momentAt(noon)).climb
  const noon = new Date('2026-10-08T12:00:00Z')

  it.each([
    ['the reminder before a date four working days ahead', '2026-10-14', '2026-10-14 due'],
    ['a date on the very day', '2026-10-08', '2026-10-12 overdue'],
  ])('is not reminded of %s', (_, due, expected) => {
    expect(next(begun(due))).toBe(expected)
  })

  it('counts from then for the person who has it next, who keeps the rung', () => {
    const climb = climbing('2026-10-14', reached('coming', '2026-10-07'))
    const passed = step(policy, climb, { event: 'passed-on' }, momentAt(new Date('2026-10-14T12:00:00Z'))).climb

    expect(passed?.reached?.stage).toBe('coming')
    expect(next(passed)).toBe('2026-10-16 overdue')
  })
})

describe('something of which nobody is told', () => {
  const from = new Date('2026-10-07T23:05:00Z')

  it('is said from the next day on, from the highest rung that has come', () => {
    const { climb } = step(policy, undefined, { event: 'started', due: asDay('2026-10-13'), from }, on('2026-10-07'))

    expect(next(climb)).toBe('2026-10-08 coming')
    expect(climb && rungOn('2026-10-08', climb)).toBe('coming')
  })

  it('begins again, whatever was reached in shadow', () => {
    const climb = climbing('2026-10-13', reached('iro', '2026-10-27'))
    const { climb: again } = step(
      policy,
      climb,
      { event: 'restarted', due: asDay('2026-10-13'), from },
      on('2026-10-07'),
    )

    expect(again).not.toHaveProperty('reached')
    expect(next(again)).toBe('2026-10-08 coming')
  })
})

describe('the rungs of what is chased since Monday 14 September 2026 count from', () => {
  const from = (date: string, given = ladder) =>
    ladderDates({ due: asDay(date), startedOn: asDay('2026-09-14'), ladder: given }, momentAt(new Date()).calendar).due

  it.each([
    ['the date that lies far ahead', '2026-11-02', '2026-11-02'],
    ['the date of tomorrow, for whose reminder it is late already', '2026-09-15', '2026-09-15'],
    ['the date of that day', '2026-09-14', '2026-09-14'],
    ['five working days later, if it had passed by a day', '2026-09-13', '2026-09-21'],
    ['five working days later, if it is long overdue', '2025-03-03', '2026-09-21'],
  ])('%s', (_, date, day) => {
    expect(from(date)).toBe(day)
  })

  it('as much later as the lowest rung of the partnership needs', () => {
    expect(from('2025-03-03', { ...ladder, coming: -10 })).toBe('2026-09-28')
  })
})

describe('the policy', () => {
  it('has every rung, lowest first, with the post of the day', () => {
    expect(policy.stages.map(({ stage }) => stage)).toEqual(Rung.options)
    expect(new Set(policy.stages.map(({ by }) => by))).toEqual(new Set(['digest']))
  })

  it.each(policy.stages)('tells on rung $stage whom the table of what is told names', ({ stage, tells }) => {
    expect(tells).toEqual(told[Rung.parse(stage)].roles)
  })
})
