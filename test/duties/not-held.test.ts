/** An assessment that was refused, or not held for another reason, is told as that everywhere, is never done, and climbs on. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/display/answer.ts'
import { notHeldKinds } from '../../src/duties/child-event.ts'
import { recordDuty } from '../../src/duties/record-duty.ts'
import { showDuty } from '../../src/duties/show-duty.ts'
import { showPlan } from '../../src/duties/show-plan.ts'
import { remindAgain } from '../../src/duties/remind-again.ts'
import { ownToDo } from '../../src/nudges/own-to-do.ts'
import { done } from '../../src/display/answer.ts'
import { ChildEventId, PersonId, type DutyId } from '../../src/ids.ts'
import { startRooms, type Rooms } from '../nudges/rooms.ts'
import { aRefusal, demonstration, formOf, type Given } from '../support/builders.ts'
import { without } from '../support/leaving.ts'

let rooms: Rooms
let health: DutyId
beforeAll(async () => (rooms = await startRooms({ at: '2026-09-14T09:00:00Z' })))
beforeEach(async () => {
  await rooms.startOver()
  health = (await rooms.confirmed())['health-assessment'] as DutyId
})
afterAll(() => rooms.close())

const record = (given: Given = {}, by = 'social-worker'): Promise<Answer> =>
  rooms.as(by, (world, whose) => recordDuty(world, whose, health, formOf({ ...aRefusal, ...given })))
const dutyNow = () => rooms.look((tx) => tx.dutyById(health))
const read = async (by: string) => JSON.stringify(await rooms.as(by, (world, whose) => showDuty(world, whose, health)))
const asked = async () =>
  (await rooms.said())
    .filter(({ key }) => key.startsWith('assessment-again-'))
    .map(({ key, to }) => `${/\d{4}-\d\d-\d\d/.exec(key)?.[0] ?? ''} ${to}`)

const words = {
  'child-refused': 'refused by the young person',
  'was-not-brought': 'the child was not brought',
  'declined-for-child': 'declined by a carer or parent',
  'waiting-for-consent': 'waiting for consent',
} as const

describe.each(notHeldKinds)('%s', (as) => {
  it('leaves the duty open, and is said in its own words wherever it stands', async () => {
    expect(await record({ as })).toMatchObject({
      kind: 'done',
      says: expect.stringContaining(`, ${words[as]}, Thursday 10 September 2026. It is still open.`) as string,
    })

    expect(await dutyNow()).toMatchObject({
      state: 'open',
      notHeld: { kind: as, on: '2026-09-10', again: { by: '2026-09-28', with: 'health-colleague' } },
    })
    expect((await rooms.facts()).map(({ fact }) => fact)).not.toContain('duty-recorded')
    expect(JSON.stringify(await rooms.as('social-worker', showPlan))).toContain(words[as])
    expect(JSON.stringify(await rooms.as('iro', showPlan))).toContain(words[as])
    expect(await read('iro')).toContain('Recorded by Samira Holt.')
  })
})

describe('after a refusal', () => {
  it('the ladder goes on to the IRO, who reads that it was refused', async () => {
    await record()
    await rooms.until('2026-10-30T12:00:00Z')

    const rungs = (await rooms.table()).filter((line) => line.includes(health))
    expect(rungs.some((line) => line.includes(' iro '))).toBe(true)
    expect(JSON.stringify((await rooms.posts()).filter(({ to }) => to === 'iro'))).toContain(words['child-refused'])
  })

  it('it is asked on its day what came of it, then of more people, for as long as nobody says so', async () => {
    await record()
    await rooms.until('2026-09-27T20:00:00Z')
    expect(await asked()).toEqual([])

    await rooms.until('2026-10-05T20:00:00Z')
    expect(await asked()).toEqual([
      ...['2026-09-28 social-worker', '2026-09-28 health-colleague'],
      ...['2026-09-30 social-worker', '2026-09-30 health-colleague'],
      ...['2026-10-02 social-worker', '2026-10-02 team-manager', '2026-10-02 health-colleague'],
    ])
    await rooms.until('2026-10-06T20:00:00Z')
    expect((await asked()).slice(7)).toEqual([
      ...['2026-10-06 social-worker', '2026-10-06 team-manager', '2026-10-06 iro', '2026-10-06 health-colleague'],
    ])
  })

  it('it stands on the page of its owner from that day on, before its own first reminder as well', async () => {
    await rooms.startOver('2026-09-14T09:00:00Z')
    health = (await rooms.confirmed({ careFrom: '2026-09-07', began: '2026-09-07' }))['health-assessment'] as DutyId
    await record({ again: '2026-09-17' })
    const toDo = () =>
      rooms.look((tx) =>
        ownToDo(
          {
            tx,
            now: rooms.clock.now(),
            partnership: demonstration,
            calendar: { isWorkingDay: () => true },
            newId: String,
          },
          PersonId.parse('social-worker'),
        ),
      )
    expect((await toDo()).filter(({ says }) => says.includes('refused'))).toEqual([])
    await rooms.until('2026-09-17T10:00:00Z')
    expect((await toDo()).filter(({ says }) => says.includes('refused'))).toHaveLength(1)
  })

  it('another answer asks again on its own day alone, and an assessment that was held ends all of it', async () => {
    await record()
    await record({ as: 'waiting-for-consent', again: '2026-10-12' })
    await rooms.until('2026-10-10T20:00:00Z')
    expect(await asked()).toEqual([])

    await record({ as: 'assessed-with-plan', again: '' })
    await rooms.until('2026-11-10T20:00:00Z')

    expect(await asked()).toEqual([])
    expect(await dutyNow()).toMatchObject({ state: 'recorded' })
    expect((await dutyNow())?.notHeld).toBeUndefined()
  })

  it('is asked of somebody who is there, where its owner and who was to offer it have left', async () => {
    await record()
    const left = without(demonstration, 'social-worker')
    rooms.settings.partnership = without(left, 'health-colleague')
    await rooms.until('2026-09-28T20:00:00Z')
    rooms.settings.partnership = demonstration

    expect(await asked()).toEqual(['2026-09-28 team-manager'])
  })

  it('an IRO who was told that it is overdue is told that it was refused, and that it is open', async () => {
    await rooms.until('2026-10-20T10:00:00Z')
    await record({ again: '2026-11-02' })

    const last = (await rooms.said('iro')).at(-1)
    expect(last?.title).toMatch(/health plan not held, refused by the young person$/)
    expect(last?.card).toContain('It is still open')
  })

  it('an old ring is over', async () => {
    await record()
    const { id } = await rooms.db.selectFrom('child_events').select('id').executeTakeFirstOrThrow()
    await record({ as: 'assessed-with-plan' })
    await rooms.as('iro', async (world) => (await remindAgain(world, ChildEventId.parse(id)), done('')))
    expect(await asked()).toEqual([])
  })
})

it.each([
  ['who judged it, for a refusal', { judged: '' }, { judged: 'Say who judged that.' }],
  ['why', { why: '' }, { why: 'Say why, or that nobody knows.' }],
  ['when it is offered again', { again: '' }, { again: 'Give a date.' }],
  ['by whom', { againWith: '' }, { againWith: 'Choose one.' }],
  ['a day to come', { again: '2026-09-14' }, { again: 'Give a date on or after Tuesday 15 September 2026.' }],
])('needs %s', async (_, given, fields) => {
  expect(await record(given)).toMatchObject({ fields })
  expect((await dutyNow())?.notHeld).toBeUndefined()
})

it('needs nobody to judge understanding where nobody refused, and nothing more where it was held', async () => {
  expect(await record({ as: 'was-not-brought', judged: '' })).toMatchObject({ kind: 'done' })
  expect(await record({ as: 'assessed-with-plan', judged: '', why: '', again: '', againWith: '' })).toMatchObject({
    kind: 'done',
  })
})

it('keeps what was typed out of facts and messages', async () => {
  await record()
  await rooms.until('2026-10-06T20:00:00Z')
  expect(JSON.stringify([await rooms.said(), await rooms.facts()])).not.toMatch(/She hates needles|Nurse Adeyemi/)
})
