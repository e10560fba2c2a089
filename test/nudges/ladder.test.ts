import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { countedFrom, nextRungDay, rungDay, rungDue, type LadderState } from '../../src/nudges/ladder.ts'
import { Policies } from '../../src/partnership/policies.ts'

const calendar = workingCalendar([])
const { ladder } = Policies.parse({})

const climbing = (due: string, rest: Partial<LadderState> = {}): LadderState => ({
  due: asDay(due),
  firstDue: asDay(due),
  ladder,
  ...rest,
})

const rungOn = (today: string, thing: LadderState) => rungDue(thing, asDay(today), calendar)
const nextAfter = (today: string, thing: LadderState) => nextRungDay(thing, asDay(today), calendar)

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
  ] as const)('%s', (_, today, lastRung, rung) => {
    expect(rungOn(today, { ...thing, lastRung, lastRungOn: asDay('2026-10-06') })).toBe(rung)
  })

  it('is looked at again on the day of each rung, and never between', () => {
    expect(nextAfter('2026-09-14', thing)).toBe('2026-10-06')
    expect(nextAfter('2026-10-06', { ...thing, lastRung: 'coming' })).toBe('2026-10-13')
    expect(nextAfter('2026-10-13', { ...thing, lastRung: 'due' })).toBe('2026-10-15')
    expect(nextAfter('2026-10-15', { ...thing, lastRung: 'overdue' })).toBe('2026-10-27')
  })

  it('is said again every week once the IRO was told, until it is done', () => {
    const told = { ...thing, lastRung: 'iro', lastRungOn: asDay('2026-10-27') } as const

    expect(nextAfter('2026-10-27', told)).toBe('2026-11-03')
    expect(rungOn('2026-11-02', told)).toBeUndefined()
    expect(rungOn('2026-11-03', told)).toBe('iro')
  })

  it('is said again as often as the ladder that it started with says', () => {
    const told = { ...thing, lastRung: 'iro', lastRungOn: asDay('2026-10-27') } as const
    const daily = { ...told, ladder: { ...ladder, repeat: 1 } }

    expect(nextAfter('2026-10-27', daily)).toBe('2026-10-28')
    expect(rungOn('2026-10-28', daily)).toBe('iro')
  })
})

describe('around Christmas 2026, something due on Wednesday 23 December', () => {
  it.each([
    ['coming', '2026-12-16'],
    ['due', '2026-12-23'],
    ['overdue', '2026-12-29'],
    ['iro', '2027-01-11'],
  ] as const)('%s is reached on %s', (rung, day) => {
    expect(rungDay(climbing('2026-12-23'), rung, calendar)).toBe(day)
  })
})

it('reminds of a date at the weekend on the Friday before, since Monday would be too late', () => {
  expect(rungDay(climbing('2026-10-10'), 'due', calendar)).toBe('2026-10-09')
})

describe('a date that was moved from 6 October to 3 November 2026', () => {
  const moved = climbing('2026-11-03', { firstDue: asDay('2026-10-06') })

  it('still reaches the IRO ten working days after the first date', () => {
    expect(rungOn('2026-10-19', moved)).toBeUndefined()
    expect(rungOn('2026-10-20', moved)).toBe('iro')
  })
})

describe('something that its owner was told of on 8 October 2026', () => {
  const toldOn = asDay('2026-10-08')

  it.each([
    ['the reminder before a date four working days ahead', '2026-10-09', climbing('2026-10-14', { toldOn }), undefined],
    ['a date on the very day', '2026-10-08', climbing('2026-10-08', { toldOn }), undefined],
  ])('is not reminded of %s', (_, today, thing, rung) => {
    expect(rungOn(today, thing)).toBe(rung)
  })

  it('is reminded on the day itself', () => {
    expect(nextAfter('2026-10-08', climbing('2026-10-14', { toldOn }))).toBe('2026-10-14')
  })
})

describe('the rungs of what is chased since Monday 14 September 2026 count from', () => {
  const from = (date: string, given = ladder) =>
    countedFrom(asDay(date), { startedOn: asDay('2026-09-14'), ladder: given }, calendar)

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
