/** Nobody is reminded by dates of which nothing was heard for long: the social worker is asked whether they are still right. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { confirmDates, showOldDates } from '../../src/duties/confirm-dates.ts'
import type { NotHeld } from '../../src/duties/child-event.ts'
import { areOld, waitsForWord } from '../../src/duties/old-dates.ts'
import { PersonId, type ChildId } from '../../src/ids.ts'
import { startRooms, type Rooms } from '../nudges/rooms.ts'
import { demonstration, formOf, type Given } from '../support/builders.ts'

let rooms: Rooms
beforeAll(async () => (rooms = await startRooms({ at: '2026-09-14T09:00:00Z' })))
beforeEach(() => rooms.startOver())
afterAll(() => rooms.close())

const returned = { careFrom: '2026-09-07', asOf: '2026-09-14' }

/** Their permanence plan is due on 5 January 2027; what health is to do is not looked at here. */
async function inCare(count: number): Promise<readonly ChildId[]> {
  for (let made = 0; made < count; made += 1) await rooms.confirmed({ ...returned, identifier: `LK${100 + made}` })
  await rooms.db.deleteFrom('wakes').where('key', 'not like', '%duty-unrecorded%').execute()
  await rooms.db.updateTable('duties').set({ state: 'recorded' }).where('kind', '!=', 'permanence-plan').execute()
  return (await rooms.db.selectFrom('children').select('id').orderBy('ref').execute()).map(({ id }) => id as ChildId)
}

const send = (given: Given) => rooms.as('social-worker', (world, by) => confirmDates(world, by, formOf(given)))

const asked = async () =>
  (await rooms.said()).flatMap(({ key, to }) =>
    key.startsWith('dates-old-') ? [`${key.match(/\d{4}-\d\d-\d\d/)?.[0] ?? ''} ${to}`] : [],
  )

const rungs = async () => (await rooms.table()).map((line) => line.replace(/ [0-9a-f]{8}-\S+/, ''))

describe('what is due by old dates', () => {
  it('is said to nobody: its social worker is asked once for all, then their lead, then coordinator and IRO', async () => {
    await inCare(2)
    await rooms.until('2027-01-19T12:00:00Z')

    expect(await rungs()).toEqual([])
    const [first, ...then] = await asked()
    expect(first).toBe('2026-12-24 social-worker')
    expect(then.filter((one) => one.startsWith('2027-01-05'))).toEqual(['2027-01-05 social-worker'])
    expect(then.filter((one) => one.startsWith('2027-01-12'))).toHaveLength(2)
    expect(new Set(then.filter((one) => one.startsWith('2027-01-19')).map((one) => one.split(' ')[1]))).toEqual(
      new Set(['social-worker', 'team-manager', 'chair', 'iro']),
    )
  })

  it('is said by its highest rung with the next post once they say that all are right, and nobody is asked on', async () => {
    const children = await inCare(2)
    await rooms.until('2027-01-13T12:00:00Z')
    expect(await rungs()).toEqual([])

    const answer = await send({ allRight: ['yes'], ...Object.fromEntries(children.map((id) => [`began-${id}`, ''])) })
    expect(answer).toMatchObject({
      kind: 'done',
      says: 'The dates of 2 children count as of today. There are no more.',
    })
    await rooms.until('2027-01-15T12:00:00Z')

    expect(new Set((await rungs()).filter((line) => line.includes(' social-worker ')))).toEqual(
      new Set(['2027-01-13 social-worker overdue']),
    )
    const before = (await asked()).length
    await rooms.until('2027-02-10T12:00:00Z')
    expect(await asked()).toHaveLength(before)
  })

  it('is said on the morning after a newer return, whatever it changed', async () => {
    await inCare(1)
    await rooms.until('2026-12-29T12:00:00Z')
    await rooms.db.updateTable('children').set({ as_of: '2026-12-28' }).execute()
    await rooms.until('2026-12-31T12:00:00Z')

    expect(await rungs()).toEqual(['2026-12-30 social-worker coming'])
    expect(await rooms.as('social-worker', showOldDates)).toMatchObject({ kind: 'done' })
    await rooms.until('2027-01-04T12:00:00Z')
    expect(await asked()).toHaveLength(1)
  })

  it('is due by another day where they know of a later review, and waits on where they do not know', async () => {
    const [one, other] = await inCare(2)
    await rooms.until('2027-01-13T12:00:00Z')
    expect(await send({ [`right-${one}`]: 'no', [`reviewed-${one}`]: '2026-10-01' })).toMatchObject({ kind: 'refusal' })
    await send({ [`reviewed-${one}`]: '2026-10-01', [`right-${other}`]: 'no' })

    await rooms.until('2027-01-14T12:00:00Z')
    const due = await rooms.db.selectFrom('duties').select(['child', 'due']).where('state', '=', 'open').execute()
    expect(new Map(due.map(({ child, due: day }) => [child, day]))).toEqual(
      new Map([
        [one, '2027-01-01'],
        [other, '2027-01-05'],
      ]),
    )
    expect((await rooms.facts()).filter(({ fact }) => fact === 'dates-confirmed')).toEqual([
      { fact: 'dates-confirmed', child: one, reviewed: '2026-10-01' },
    ])
    expect(await rooms.as('social-worker', showOldDates)).toMatchObject({ table: { rows: [{}] } })
  })
})

describe('dates', () => {
  const today = asDay('2026-10-16')
  const { policies } = demonstration

  it.each([
    ['2026-09-15', false],
    ['2026-09-14', true],
    [undefined, false],
  ])('as of %s are old on the 16th of October: %s', (day, old) => {
    expect(areOld(day ? { datesAsOf: asDay(day) } : {}, today, policies)).toBe(old)
  })

  it('count for as long as the partnership says', () => {
    const datesAsOf = asDay('2026-09-14')
    expect(areOld({ datesAsOf }, today, { ...policies, datesCountDays: 32 })).toBe(false)
  })

  const now = new Date('2026-10-16T09:00:00Z')
  const duty = { state: 'open', chased: true, datesAsOf: asDay('2026-09-14') } as const
  const socialWorker = PersonId.parse('social-worker')
  const came = (on: string) => ({ notHeld: { on: asDay(on) } as NotHeld })

  it.each([
    ['with its social worker', { socialWorker }, socialWorker],
    ['without one', {}, undefined],
    ['of one who left', { socialWorker: PersonId.parse('nobody-here') }, undefined],
    ['of which they said lately what came of it', { socialWorker, ...came('2026-10-01') }, undefined],
    ['of which that is long ago too', { socialWorker, ...came('2026-09-01') }, socialWorker],
    ['that is not chased', { socialWorker, chased: false }, undefined],
  ])('wait for a word of a duty %s', (_, given, waits) => {
    expect(waitsForWord({ ...duty, ...given }, { now, partnership: demonstration })).toBe(waits)
  })
})
