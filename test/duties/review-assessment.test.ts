/** The review health assessment: every six months under five, every twelve from five, from the last that was held. */
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { up } from '../../adapters/postgres/migrations/0050-recurring-duties.ts'
import { asDay } from '../../src/calendar/day.ts'
import { confirmChildren, showFirstLookForm } from '../../src/duties/confirm-children.ts'
import { dueDay } from '../../src/duties/due-day.ts'
import { recordDuty } from '../../src/duties/record-duty.ts'
import { showDuty } from '../../src/duties/show-duty.ts'
import type { DutyId } from '../../src/ids.ts'
import { startRooms, type Rooms } from '../nudges/rooms.ts'
import { aRefusal, formOf, type Given } from '../support/builders.ts'
import { everyDay, monthsLater } from './counted-otherwise.ts'

const kind = 'review-health-assessment'
const review = (on: string, turnsFive: string, began = '2020-01-06') =>
  dueDay(kind, {
    ...{ careFrom: asDay(began), began: { returned: asDay(began) }, reviewsHeld: [] },
    assessed: { on: asDay(on), turnsFive: asDay(turnsFive) },
  })

describe('is due', () => {
  it.each([
    ['six months after the last under five', '2026-03-02', '2028-01-01', '2026-09-02'],
    ['six months after, up to the fifth birthday itself', '2026-03-02', '2026-09-02', '2026-09-02'],
    ['twelve months after, from five', '2026-03-02', '2026-03-02', '2027-03-02'],
    ['on the last day of a month that is too short', '2025-08-31', '2028-01-01', '2026-02-28'],
    ['by the birthday of somebody born on 29 February', '2024-02-29', '2020-02-29', '2025-02-28'],
  ])('%s', (_, on, turnsFive, due) => {
    expect(review(on, turnsFive)?.due).toBe(due)
    expect(review(on, turnsFive)?.because).not.toContain('turns five')
  })

  it('after twelve months where the child turns five within six, which is doubted', () => {
    const due = review('2026-03-02', '2026-09-01')
    expect(due).toMatchObject({ due: '2027-03-02' })
    expect(due?.because).toContain('The child turns five within 6 months of it')
  })

  it('with the steps of the count', () => {
    expect(review('2026-03-02', '2028-01-01')?.steps).toEqual([
      'The last health assessment was held on Monday 2 March 2026.',
      '6 months later is Wednesday 2 September 2026.',
    ])
  })

  it('never from nothing, nor from an assessment long before this care began', () => {
    const none = { careFrom: asDay('2020-01-06'), began: { returned: asDay('2020-01-06') }, reviewsHeld: [] }
    expect(dueDay(kind, none)).toBeUndefined()
    expect(review('2019-10-05', '2015-01-01')).toBeUndefined()
    expect(review('2019-10-06', '2015-01-01')?.due).toBe('2020-10-06')
  })

  it('as another reckoning has it, from 2010 to 2028', () => {
    const days = everyDay.filter((day) => day >= '2010-01-01' && day < '2028-12-01')
    for (const [index, on] of days.entries()) {
      if (index % 31 !== 0) continue
      const of = (turnsFive: string) => review(on, turnsFive, on)?.due
      expect([on, of('2040-01-01'), of('2000-01-01')]).toEqual([on, monthsLater(on, 6), monthsLater(on, 12)])
    }
  })
})

it('is to be found out within 10 working days where nobody knows when the last was held', () => {
  const care = { careFrom: asDay('2022-09-07'), began: { returned: asDay('2022-09-07') }, reviewsHeld: [] }
  const due = dueDay(kind, { ...care, lastAssessmentNotKnown: asDay('2026-12-14') })
  expect(due?.due).toBe('2026-12-30')
  expect(due?.because).toContain(
    'is not known on Monday 14 December 2026. Ask health when it was held, and say so here',
  )
  const assessed = { on: asDay('2026-03-02'), turnsFive: asDay('2020-01-01') }
  expect(dueDay(kind, { ...care, lastAssessmentNotKnown: asDay('2026-12-14'), assessed })?.due).toBe('2027-03-02')
  expect(dueDay(kind, { ...care, lastAssessmentNotKnown: asDay('2022-09-06') })).toBeUndefined()
})

describe('once an assessment was held', () => {
  let rooms: Rooms
  beforeAll(async () => (rooms = await startRooms({ at: '2026-09-14T09:00:00Z' })))
  beforeEach(() => rooms.startOver())
  afterAll(() => rooms.close())

  const held = { on: '2026-09-10', as: 'assessed-with-plan', byWhom: 'Dr Ames', danger: 'no' }
  const record = (id: DutyId, given: Given = held) =>
    rooms.as('social-worker', (world, by) => recordDuty(world, by, id, formOf(given)))
  const initial = async (given = {}) => (await rooms.confirmed(given))['health-assessment'] as DutyId
  const reviews = async (of: DutyId) => {
    const child = (await rooms.look((tx) => tx.dutyById(of)))?.child
    if (!child) throw new Error('no child')
    return (await rooms.look((tx) => tx.dutiesOf(child))).filter((one) => one.kind === kind)
  }

  it('the next begins, is reminded of a week of work before its day, and says why', async () => {
    const first = await initial({ born: '2024-05-21' })
    expect(await record(first)).toMatchObject({
      says: expect.stringContaining('The review health assessment is due on Wednesday 10 March 2027.') as string,
    })

    const [next] = await reviews(first)
    expect(next).toMatchObject({ due: '2027-03-10', owner: 'social-worker', state: 'open', chased: true })
    const id = next?.id as DutyId
    rooms.clock.moveTo(new Date('2027-03-01T20:00:00Z'))
    await rooms.until('2027-03-02T20:00:00Z')
    expect((await rooms.table()).filter((line) => line.includes(id))).toEqual([])
    await rooms.until('2027-03-03T20:00:00Z')
    expect((await rooms.table()).filter((line) => line.includes(id))).toEqual([`2027-03-03 social-worker ${id} coming`])
    expect(JSON.stringify(await rooms.as('iro', (world, by) => showDuty(world, by, id)))).toContain(
      '6 months after the last health assessment on Thursday 10 September 2026',
    )
  })

  it('it recurs from the day on which each was held, and from none that was held before', async () => {
    const first = await initial()
    await record(first)
    const [second] = await reviews(first)
    rooms.clock.moveTo(new Date('2027-10-04T09:00:00Z'))

    expect(await record(second?.id as DutyId)).toMatchObject({
      fields: { on: 'One of Thursday 10 September 2026 is recorded. Give a date after it.' },
    })
    expect(await record(second?.id as DutyId, { ...held, on: '2027-10-01' })).toMatchObject({ kind: 'done' })

    expect((await reviews(first)).map(({ due, state }) => `${due} ${state}`)).toEqual([
      '2027-09-10 recorded',
      '2028-10-01 open',
    ])
  })

  it('a refusal begins none', async () => {
    const first = await initial()
    await record(first, aRefusal)
    expect(await reviews(first)).toEqual([])
  })

  it('a first look asks of a child long in care for the last, and no initial one is expected beside it', async () => {
    const child = await rooms.put({ identifier: 'LK2' })
    const look = await rooms.as('social-worker', showFirstLookForm)
    expect(look.kind === 'form' && look.fields[`health-${child}`]?.label).toMatch(
      /: when was the last health assessment/,
    )
    const given = formOf({ [`mine-${child}`]: 'yes', [`health-${child}`]: '2025-11-03' })
    await rooms.as('social-worker', (world, by) => confirmChildren(world, by, given))

    const duties = await rooms.look((tx) => tx.dutiesOf(child))
    expect(duties.map(({ kind, due, state }) => `${kind} ${due} ${state}`)).toEqual([
      'permanence-plan 2025-06-03 open',
      'review-health-assessment 2026-11-03 open',
    ])
    const [event] = await rooms.db.selectFrom('child_events').selectAll().execute()
    expect(event).toMatchObject({ kind: 'assessment-held', happened_on: '2025-11-03', recorded_by: 'social-worker' })
  })

  it('a first look asks of a child new in care for the initial one by its name', async () => {
    const child = await rooms.put({ identifier: 'LK2', careFrom: '2026-08-03' })
    const look = await rooms.as('social-worker', showFirstLookForm)
    expect(look.kind === 'form' && look.fields[`health-${child}`]?.label).toMatch(
      /: when was the initial health assessment and health plan done\?$/,
    )
    const given = formOf({ [`mine-${child}`]: 'yes', [`health-${child}`]: '2026-08-20' })
    await rooms.as('social-worker', (world, by) => confirmChildren(world, by, given))
    expect((await rooms.look((tx) => tx.dutiesOf(child))).map(({ kind, due }) => `${kind} ${due}`)).toContain(
      'review-health-assessment 2027-08-20',
    )
  })

  it('nobody is reminded of the next once care has ended', async () => {
    const first = await initial()
    await rooms.db.updateTable('children').set({ scope: 'ended', care_from: null, legal_status: null }).execute()
    await record(first)
    expect(await reviews(first)).toEqual([])
  })

  it('before there were reviews, the review begins with the change, at the lowest rung', async () => {
    const first = await initial()
    await record(first)
    for (const statement of [
      `delete from duties where kind = '${kind}'`,
      `delete from parts where subject = 'duty' and thing not in (select id from duties)`,
      `delete from wakes where key like '%duty-unrecorded%'`,
      `drop index duties_one_open`,
      `drop index duties_of_child`,
      `alter table duties add constraint duties_child_kind_care_from_key unique (child, kind, care_from)`,
    ])
      await sql.raw(statement).execute(rooms.db)

    await up(rooms.db as unknown as Kysely<unknown>)

    const [next] = await reviews(first)
    expect(next).toMatchObject({ state: 'open', owner: 'social-worker' })
    const woken = await rooms.db
      .selectFrom('wakes')
      .select('key')
      .where('key', 'like', `%${next?.id ?? ''}%`)
      .execute()
    expect(woken).toHaveLength(1)
    const reading = JSON.stringify(await rooms.as('iro', (world, by) => showDuty(world, by, next?.id as DutyId)))
    expect(reading).toContain('Friday 10 September 2027')
  })
})
