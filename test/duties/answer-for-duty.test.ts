import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectDuty, showExpectForm } from '../../src/duties/expect-duty.ts'
import { acceptDuty, declineDuty } from '../../src/duties/offer-duty.ts'
import { showPlan } from '../../src/duties/show-plan.ts'
import { showDuty } from '../../src/duties/show-duty.ts'
import { showWhichChildren } from '../../src/nudges/which-children.ts'
import { showPassForm, passDuty } from '../../src/duties/pass-duty.ts'
import { showRecordForm, recordDuty } from '../../src/duties/record-duty.ts'
import type { Answer } from '../../src/display/answer.ts'
import type { DutyId } from '../../src/ids.ts'
import { startRooms, type Rooms } from '../nudges/rooms.ts'
import { demonstration, formOf, type Given } from '../support/builders.ts'
import { without } from '../support/leaving.ts'

let rooms: Rooms
let permanence: DutyId
let health: DutyId
beforeAll(async () => (rooms = await startRooms({ at: '2026-09-14T09:00:00Z' })))
beforeEach(async () => {
  await rooms.startOver()
  const duties = await rooms.confirmed()
  permanence = duties['permanence-plan'] as DutyId
  health = duties['health-assessment'] as DutyId
})
afterAll(() => rooms.close())

const form = (given: Given) => formOf({ danger: 'no', ...given })
const aPlan = { on: '2026-09-10', as: 'long-term-fostering', byWhom: 'The panel of 10 September' }
const record = (by: string, id = permanence, given: Given = aPlan): Promise<Answer> =>
  rooms.as(by, (world, whose) => recordDuty(world, whose, id, form(given)))
const expected = (by: string, on: string): Promise<Answer> =>
  rooms.as(by, (world, whose) => expectDuty(world, whose, permanence, form({ on })))
const pass = (by: string, id: DutyId, to: string): Promise<Answer> =>
  rooms.as(by, (world, whose) => passDuty(world, whose, id, form({ to, reason: 'The clinic asks for it' })))
const accept = (by: string, id: DutyId): Promise<Answer> => rooms.as(by, (world, whose) => acceptDuty(world, whose, id))
const read = (by: string, id = permanence): Promise<Answer> =>
  rooms.as(by, (world, whose) => showDuty(world, whose, id))
const dutyNow = (id: DutyId) => rooms.look((tx) => tx.dutyById(id))

describe('recorded', () => {
  it('is kept with its day, its kind and by whom, and chased no more', async () => {
    expect(await record('social-worker')).toMatchObject({ kind: 'done' })

    expect(await dutyNow(permanence)).toMatchObject({
      state: 'recorded',
      recordedOn: '2026-09-10',
      recordedAs: 'long-term-fostering',
    })
    await rooms.until('2026-10-30T12:00:00Z')
    expect((await rooms.table()).some((line) => line.includes(permanence))).toBe(false)
    expect(JSON.stringify(await rooms.said())).not.toContain(aPlan.byWhom)
    const reading = await read('iro')
    const words =
      reading.kind === 'reading' ? reading.body.flatMap((one) => ('words' in one ? [one.words.reveal()] : [])) : []
    expect(words).toContain(aPlan.byWhom)
  })

  it('is told to an IRO who was told that it is overdue', async () => {
    await rooms.until('2026-10-06T10:00:00Z')

    await record('social-worker')

    expect((await rooms.said('iro')).at(-1)?.title).toMatch(/^Child .{7}: permanence plan recorded$/)
  })

  it.each([
    ['tomorrow', { ...aPlan, on: '2026-09-15' }, { on: 'Give a date on or before Monday 14 September 2026.' }],
    ['before care', { ...aPlan, on: '2025-02-02' }, { on: 'Give a date on or after Monday 3 February 2025.' }],
    ['of no kind', { ...aPlan, as: 'assessed-with-plan' }, { as: 'Choose from the list.' }],
    ['by nobody', { ...aPlan, byWhom: '' }, { byWhom: 'Write something here.' }],
  ])('is not %s', async (_, given, fields) => {
    expect(await record('social-worker', permanence, given)).toMatchObject({ fields })
    expect((await dutyNow(permanence))?.state).toBe('open')
  })

  it('is said once', async () => {
    await record('social-worker')

    expect(await record('social-worker')).toMatchObject({ reason: 'already-done' })
  })

  it.each([
    ['the IRO', 'iro', 'not-yours-to-answer'],
    ['the lead', 'team-manager', 'not-yours-to-answer'],
    ['somebody else', 'police-lead', 'not-for-you'],
  ])('is not said by %s', async (_, by, reason) => {
    expect(await record(by)).toMatchObject({ reason })
    expect(await rooms.as(by, (world, whose) => showRecordForm(world, whose, permanence))).toMatchObject({ reason })
    expect(await rooms.as(by, (world, whose) => showExpectForm(world, whose, permanence))).toMatchObject({ reason })
    expect(await rooms.as(by, (world, whose) => showPassForm(world, whose, permanence))).toMatchObject({ reason })
  })

  it('stops for danger', async () => {
    const answer = await record('social-worker', permanence, { ...aPlan, danger: 'risk-unreported' })

    expect(answer.kind).toBe('form')
    expect((await dutyNow(permanence))?.state).toBe('open')
  })
})

describe('expected on', () => {
  it('is shown, and moves neither the date nor a reminder', async () => {
    const before = await dutyNow(permanence)

    expect(await expected('social-worker', '2026-10-12')).toMatchObject({
      says: 'Saved. You expect it on Monday 12 October 2026. It is still due on Tuesday 3 June 2025.',
    })

    expect(await dutyNow(permanence)).toEqual({ ...before, expectedOn: '2026-10-12' })
    await rooms.until('2026-09-21T20:00:00Z')
    expect((await rooms.table()).filter((line) => line.includes(permanence))).toHaveLength(2)
  })

  it('is not in the past', async () => {
    expect(await expected('social-worker', '2026-09-13')).toMatchObject({ reason: 'form-not-complete' })
  })
})

describe('passed on', () => {
  it('stays with its owner until the colleague accepts, who is reminded from then on with their own lead', async () => {
    expect(await pass('social-worker', health, 'health-colleague')).toMatchObject({ kind: 'done' })
    await rooms.until('2026-09-15T20:00:00Z')
    expect(JSON.stringify(await rooms.as('health-colleague', showPlan))).toContain(
      'can you take on the initial health assessment',
    )
    const [reminder] = (await rooms.posts()).filter(({ to }) => to === 'social-worker')
    expect(JSON.stringify(reminder?.card)).toContain('Handed to Hugo Pennell, not accepted yet.')

    expect(await accept('health-colleague', health)).toMatchObject({ kind: 'done' })
    await rooms.until('2026-09-23T20:00:00Z')
    expect((await rooms.table()).filter((line) => line.includes(health))).toEqual([
      `2026-09-15 social-worker ${health} coming`,
      `2026-09-21 health-colleague ${health} due`,
      `2026-09-23 health-colleague ${health} overdue`,
      `2026-09-23 health-lead ${health} overdue`,
    ])
  })

  it('is asked again of both, then of the lead as well, for as long as nobody answers', async () => {
    await pass('social-worker', health, 'health-colleague')
    await rooms.until('2026-09-27T20:00:00Z')

    const waits = (await rooms.said()).filter(({ key }) => key.startsWith('offer-waits-'))
    expect(
      waits.map(({ to, key, title }) => `${/\d{4}-\d\d-\d\d/.exec(key)?.[0] ?? ''} ${to} ${title.slice(15)}`),
    ).toEqual([
      '2026-09-16 health-colleague initial health assessment and health plan: can you take it on? Please answer',
      '2026-09-16 social-worker initial health assessment and health plan: not accepted yet',
      '2026-09-18 health-colleague initial health assessment and health plan: can you take it on? Please answer',
      '2026-09-18 social-worker initial health assessment and health plan: not accepted yet',
      '2026-09-18 team-manager initial health assessment and health plan: not accepted yet',
      '2026-09-25 health-colleague initial health assessment and health plan: can you take it on? Please answer',
      '2026-09-25 social-worker initial health assessment and health plan: not accepted yet',
      '2026-09-25 team-manager initial health assessment and health plan: not accepted yet',
    ])
    expect(await rooms.as('health-colleague', (world, by) => declineDuty(world, by, health))).toMatchObject({
      says: expect.stringContaining('stays with Samira Holt. Samira Holt will be told.') as string,
    })
    await rooms.until('2026-10-09T20:00:00Z')
    expect((await rooms.said()).filter(({ key }) => key.startsWith('offer-waits-'))).toHaveLength(waits.length)
  })

  it('goes back to its owner where the colleague has left', async () => {
    await pass('social-worker', health, 'health-colleague')
    rooms.settings.partnership = without(demonstration, 'health-colleague')
    await rooms.until('2026-09-16T20:00:00Z')
    rooms.settings.partnership = demonstration

    expect((await rooms.said('social-worker')).at(-1)?.title).toMatch(/it is still with Samira Holt$/)
    expect((await dutyNow(health))?.offer).toBeUndefined()
  })

  it('goes to staff of the authority, and a health assessment to health as well', async () => {
    expect(await pass('social-worker', permanence, 'health-colleague')).toMatchObject({ reason: 'form-not-complete' })
    expect(await pass('social-worker', health, 'school-lead')).toMatchObject({ reason: 'form-not-complete' })
    expect(await pass('social-worker', permanence, 'iro')).toMatchObject({ reason: 'form-not-complete' })
    expect(await pass('social-worker', permanence, 'deputy-social-worker')).toMatchObject({ kind: 'done' })
  })
})

describe('which child it is', () => {
  const identifierIn = (answer: Answer) =>
    answer.kind === 'reading'
      ? answer.body.flatMap((one) => ('words' in one && one.label.includes('identifier') ? [one.words.reveal()] : []))
      : []

  it.each(['social-worker', 'iro'])('is read by %s, and each look is on record', async (by) => {
    expect(identifierIn(await read(by))).toEqual(['LK104'])
    expect((await rooms.facts()).at(-1)).toMatchObject({ fact: 'duty-child-opened', duty: permanence })
  })

  it('is not read by the lead, who sees the duty by the reference', async () => {
    expect(identifierIn(await read('team-manager'))).toEqual([])
  })

  const listed = async (by: string) => {
    const answer = await rooms.as(by, (world, whose) => showWhichChildren(world, whose))
    return answer.kind === 'reading'
      ? answer.body.flatMap((one) => ('words' in one ? [`${one.label} = ${one.words.reveal()}`] : []))
      : []
  }

  it.each(['social-worker', 'iro'])('is one line for %s of all that is open, each look on record', async (by) => {
    const before = (await rooms.facts()).length

    expect(await listed(by)).toEqual([
      expect.stringMatching(
        /^.{7}: initial health assessment and health plan, permanence plan = LK104, born 21 May 2014$/,
      ) as string,
    ])
    expect((await rooms.facts()).slice(before).map(({ fact }) => fact)).toEqual([
      'duty-child-opened',
      'duty-child-opened',
    ])
  })

  it.each(['team-manager', 'police-lead'])('is no line for %s, and leaves no fact', async (by) => {
    const before = (await rooms.facts()).length

    expect(await listed(by)).toEqual([])
    expect(await rooms.facts()).toHaveLength(before)
  })

  it('is for health never the number of the council, but whom to ask', async () => {
    await pass('social-worker', health, 'health-colleague')

    const reading = await read('health-colleague', health)

    expect(identifierIn(reading)).toEqual([])
    expect(JSON.stringify(reading)).toContain('Ask Samira Holt which child this is.')
    expect(JSON.stringify(reading)).toContain('Date of birth')
    expect(await listed('health-colleague')).toEqual([
      expect.stringMatching(/^.{7}: initial health assessment and health plan = born 21 May 2014$/) as string,
    ])
  })

  it('is not read by anybody else', async () => {
    expect(await read('police-lead')).toMatchObject({ reason: 'not-for-you' })
  })
})
