import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/display/answer.ts'
import { showDuty } from '../../src/duties/show-duty.ts'
import { showTakeBackReview, takeBackReview } from '../../src/duties/take-back-review.ts'
import type { DutyId } from '../../src/ids.ts'
import { startRooms, type Rooms } from '../nudges/rooms.ts'
import { coordinatorsOf } from '../../src/people/people.ts'
import { demonstration, formOf, risk, type Given } from '../support/builders.ts'

let rooms: Rooms
let permanence: DutyId
beforeAll(async () => (rooms = await startRooms({ at: '2026-09-14T09:00:00Z' })))
beforeEach(async () => {
  await rooms.startOver()
  const reviewsHeld = ['2026-08-03', '2026-09-07']
  const duties = await rooms.confirmed({ careFrom: '2026-07-20', reviewsHeld })
  permanence = duties['permanence-plan'] as DutyId
})
afterAll(() => rooms.close())

const why = 'It was cancelled on the day, says the IRO'
const takesBack = (by: string, review: string, given: Given = {}): Promise<Answer> =>
  rooms.as(by, (world, whose) =>
    takeBackReview(world, whose, permanence, formOf({ danger: 'no', review, why, ...given })),
  )
const shown = (by: string) => rooms.as(by, (world, whose) => showTakeBackReview(world, whose, permanence))
const read = async (by: string) =>
  JSON.stringify(await rooms.as(by, (world, whose) => showDuty(world, whose, permanence)))
const dutyNow = () => rooms.look((tx) => tx.dutyById(permanence))

describe('a review that was not held', () => {
  it('counts no longer: the day is worked out again, and says why', async () => {
    expect((await dutyNow())?.due).toBe('2026-09-07')

    expect(await takesBack('social-worker', '2026-09-07')).toMatchObject({
      says: 'The review on Monday 7 September 2026 was taken back. The permanence plan is due on Tuesday 3 November 2026.',
    })
    expect(await dutyNow()).toMatchObject({ due: '2026-11-03' })
    expect((await dutyNow())?.because).toContain('The review on Monday 7 September 2026 was taken back here')
  })

  it('is told to the IRO, without what was written, which those who see the duty can read', async () => {
    await takesBack('social-worker', '2026-09-07')

    const told = (await rooms.said('iro')).at(-1)
    expect(told?.title).toMatch(/^Child .{7}: a review was taken back$/)
    expect(JSON.stringify(told)).toContain('due Tuesday 3 November 2026')
    expect(JSON.stringify(await rooms.said())).not.toContain(why)
    expect(await read('iro')).toContain('A review taken back')
  })

  it('is told to the coordinator where the child has no IRO, who sees no date of theirs', async () => {
    await rooms.db.updateTable('children').set({ iro: null }).execute()
    await takesBack('social-worker', '2026-09-07')

    const told = (await rooms.said(coordinatorsOf(demonstration)[0]?.id)).at(-1)
    expect(told?.title).toMatch(/^Child .{7}: a review was taken back$/)
    expect(told?.card).toContain('no IRO of this child can be reached')
    expect(told?.card).not.toMatch(/due |open-duty/)
  })

  it('can be one after all, which moves the day back', async () => {
    await takesBack('social-worker', '2026-09-07')

    expect(await takesBack('social-worker', 'again-2026-09-07')).toMatchObject({ kind: 'done' })
    expect(await dutyNow()).toMatchObject({ due: '2026-09-07' })
    expect((await dutyNow())?.because).not.toContain('taken back')
    expect((await rooms.said('iro')).at(-1)?.title).toMatch(/: a review counts again$/)
  })

  it('is rung at once, where its day is nearer than the ladder knew', async () => {
    await takesBack('social-worker', '2026-09-07')
    await rooms.until('2026-09-28T08:00:00Z')
    await takesBack('social-worker', 'again-2026-09-07')
    await rooms.until('2026-09-29T12:00:00Z')

    expect((await rooms.table()).filter((line) => line.includes(permanence))).not.toEqual([])
  })
})

describe('only who answers for the child', () => {
  it.each(['iro', 'team-manager', 'practitioner', 'health-lead'])('and not %s', async (by) => {
    expect(await takesBack(by, '2026-09-07')).toMatchObject({ kind: 'refusal' })
    expect((await dutyNow())?.due).toBe('2026-09-07')
    expect(await read(by)).not.toContain('Take back a review')
  })

  it('is offered it, with both reviews', async () => {
    expect(await read('social-worker')).toContain('Take back a review')
    const form = await shown('social-worker')
    expect(form.kind === 'form' && form.fields['review']).toMatchObject({
      options: [{ value: '2026-09-07' }, { value: '2026-08-03' }],
    })
  })
})

it('nothing is taken back without a reason, of a day without a review, or beside a danger that is not reported', async () => {
  expect(await takesBack('social-worker', '2026-09-07', { why: '' })).toMatchObject({
    fields: { why: 'Write something here.' },
  })
  expect(await takesBack('social-worker', '2026-09-08')).toMatchObject({ fields: { review: 'Choose from the list.' } })
  expect(await takesBack('social-worker', '2026-09-07', risk)).toMatchObject({ kind: 'form' })
  expect((await dutyNow())?.due).toBe('2026-09-07')
})
