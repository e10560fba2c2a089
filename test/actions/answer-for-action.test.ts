import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Action } from '../../src/actions/action.ts'
import { completeAction, showDoneForm } from '../../src/actions/complete-action.ts'
import { handOverAction, showHandOverForm } from '../../src/actions/hand-over-action.ts'
import { moveAction, showMoveForm } from '../../src/actions/move-action.ts'
import { acceptAction, declineAction } from '../../src/actions/offer-action.ts'
import { showAction } from '../../src/actions/show-action.ts'
import { showActions } from '../../src/actions/show-actions.ts'
import { asDay, type Day } from '../../src/calendar/day.ts'
import type { Case } from '../../src/cases/case.ts'
import { done, type Answer } from '../../src/display/answer.ts'
import { formOf, type Given } from '../support/builders.ts'
import { startRooms, type Rooms } from '../nudges/rooms.ts'

let rooms: Rooms
beforeAll(async () => (rooms = await startRooms({ at: '2026-09-28T10:00:00Z' })))
afterAll(() => rooms.close())

const evidence = 'The panel wrote back on Tuesday'
const form = (given: Given) => formOf({ danger: 'no', ...given })

const complete = (by: string, { id }: Action, given: Given = { evidence }): Promise<Answer> =>
  rooms.as(by, (world, whose) => completeAction(world, whose, id, form(given)))
const move = (by: string, { id }: Action, due: string, given: Given = {}): Promise<Answer> =>
  rooms.as(by, (world, whose) => moveAction(world, whose, id, form({ due, reason: 'The panel was put off', ...given })))
const handOver = (by: string, { id }: Action, to: string): Promise<Answer> =>
  rooms.as(by, (world, whose) => handOverAction(world, whose, id, form({ to, reason: 'She has the papers' })))
const accept = (by: string, { id }: Action): Promise<Answer> =>
  rooms.as(by, (world, whose) => acceptAction(world, whose, id))
const decline = (by: string, { id }: Action): Promise<Answer> =>
  rooms.as(by, (world, whose) => declineAction(world, whose, id))
const read = (by: string, { id }: Action): Promise<Answer> =>
  rooms.as(by, (world, whose) => showAction(world, whose, id))

const agreed = (owner: string, stuck?: Case): Promise<Action> =>
  rooms.agreed({ owner, due: '2026-10-13', ...(stuck && { case: stuck }) })

const saidAbout = async ({ ref }: { ref: string }) =>
  (await rooms.said()).filter(({ title }) => title.includes(ref)).map(({ to, title, state }) => ({ to, title, state }))

describe('an action that was agreed', () => {
  it('is told to its owner, with the three answers', async () => {
    const action = await agreed('health-colleague')

    const [told] = (await rooms.said('health-colleague')).filter(({ title }) => title.includes(action.ref))
    expect(told?.title).toBe(`Case ${action.ref}: your action, due Tuesday 13 October 2026`)
    for (const label of ['Done', 'New date', 'Not mine']) expect(told?.card).toContain(`"label":"${label}"`)
    for (const words of ['First due', 'Date changed', 'never']) expect(told?.card).toContain(words)
  })

  it.each([
    ['its owner', 'health-colleague'],
    ['the lead of the owner', 'health-lead'],
    ['the social worker', 'social-worker'],
    ['the IRO', 'iro'],
    ['the chair', 'chair'],
  ])('is open to %s', async (_, by) => {
    expect(await read(by, await agreed('health-colleague'))).toMatchObject({ kind: 'reading' })
  })

  it.each([
    ['the police', 'police-lead'],
    ['a practitioner of the authority', 'practitioner'],
  ])('is not open to %s', async (_, by) => {
    expect(await read(by, await agreed('health-colleague'))).toMatchObject({ reason: 'not-for-you' })
  })
})

describe('done', () => {
  it('is said by the owner with the evidence, told to chair and social worker, and chased no more', async () => {
    const stuck = await rooms.inCase()
    const action = await agreed('health-colleague', stuck)
    await agreed('school-colleague', stuck)

    expect(await complete('health-colleague', action)).toMatchObject({ kind: 'done' })

    expect((await saidAbout(action)).slice(-2)).toEqual([
      { to: 'chair', title: `Case ${action.ref}: an action is done`, state: 'for-post' },
      { to: 'social-worker', title: `Case ${action.ref}: an action is done`, state: 'for-post' },
    ])
    const wakes = await rooms.db.selectFrom('wakes').selectAll().execute()
    expect(JSON.stringify(wakes)).not.toContain(action.id)
    expect(JSON.stringify(await rooms.said())).not.toContain(evidence)
  })

  it('is not told to the one who said it, who may be the social worker of the case', async () => {
    const stuck = await rooms.inCase()
    const action = await agreed('social-worker', stuck)
    await agreed('school-colleague', stuck)

    await complete('social-worker', action)

    const told = (await saidAbout(action)).filter(({ title }) => title.endsWith('an action is done'))
    expect(told.map(({ to }) => to)).toEqual(['chair'])
  })

  it('takes back what still waits about it', async () => {
    const action = await agreed('health-colleague')
    await complete('health-colleague', action)

    const [first] = await saidAbout(action)
    expect(first).toMatchObject({ to: 'health-colleague', state: 'withdrawn' })
  })

  it('lets the chair close the case when it was the last', async () => {
    const action = await agreed('health-colleague')
    await complete('health-colleague', action)

    const last = (await rooms.said('chair')).at(-1)
    expect(last?.title).toBe(`Case ${action.ref}: all actions are done`)
    expect(last?.card).toContain('"ask":"open-close-case"')
    expect((await saidAbout(action)).findLast(({ to }) => to === 'chair')).toMatchObject({ state: 'waiting' })
  })

  it('may be said by the deputy of the owner while they are away, and by nobody in their place when they are back', async () => {
    const action = await agreed('health-lead')
    expect(await complete('health-colleague', action)).toMatchObject({ reason: 'is-here-again' })

    const away = (days?: Day) =>
      rooms.as('health-lead', async ({ tx }, { id }) => {
        await (days ? tx.saveAway(id, days, days) : tx.clearAway(id))
        return done('')
      })
    await away(asDay('2026-09-28'))
    expect(await complete('health-colleague', action)).toMatchObject({ kind: 'done' })
    await away()
  })

  it('may be said by the deputy of a deputy, where both are away', async () => {
    const fresh = await startRooms({ at: '2026-09-28T10:00:00Z' })
    for (const one of ['social-worker', 'deputy-social-worker'] as const)
      await fresh.as(one, async ({ tx }, { id }) => {
        await tx.saveAway(id, asDay('2026-09-28'), asDay('2026-09-30'))
        return done('')
      })
    const { id } = await fresh.agreed({ owner: 'social-worker', due: '2026-10-13' })

    const answer = await fresh.as('team-manager', (world, by) => completeAction(world, by, id, form({ evidence })))
    expect(answer).toMatchObject({ kind: 'done' })
    await fresh.close()
  })

  it.each(['health-lead', 'chair', 'social-worker', 'iro'])('is not said by others, such as %s', async (by) => {
    const action = await agreed('health-colleague')

    expect(await complete(by, action)).toMatchObject({ reason: 'not-yours-to-answer' })
    expect(await rooms.as(by, (world, whose) => showDoneForm(world, whose, action.id))).toMatchObject({
      reason: 'not-yours-to-answer',
    })
  })

  it('is said once', async () => {
    const action = await agreed('health-colleague')
    await complete('health-colleague', action)

    expect(await complete('health-colleague', action)).toMatchObject({ reason: 'already-done' })
    expect(await move('chair', action, '2026-10-20')).toMatchObject({ reason: 'already-done' })
  })

  it('needs the evidence', async () => {
    expect(await complete('health-colleague', await agreed('health-colleague'), {})).toMatchObject({
      fields: { evidence: 'Write something here.' },
    })
  })

  it('is read afterwards with its evidence by those who may', async () => {
    const action = await agreed('health-colleague')
    await complete('health-colleague', action)

    const reading = await read('iro', action)
    const words = reading.kind === 'reading' ? reading.body.find(({ block }) => block === 'words') : undefined
    expect(words && 'words' in words ? words.words.reveal() : undefined).toBe(evidence)
  })

  it('stops for danger: nothing is kept, social worker and IRO hear without a word of it', async () => {
    const action = await agreed('health-colleague')

    const answer = await complete('health-colleague', action, { evidence, danger: 'risk-unreported' })

    expect(answer.kind).toBe('form')
    expect(await read('iro', action)).toMatchObject({ buttons: [] })
    expect((await rooms.look((tx) => tx.actionById(action.id)))?.state).toBe('open')
    const urgent = (await rooms.said()).filter(({ title }) => title.startsWith('Urgent'))
    expect(urgent.map(({ to }) => to)).toEqual(['social-worker', 'iro', 'health-colleague'])
    expect(JSON.stringify(urgent)).not.toContain(evidence)
  })
})

describe('a new date', () => {
  it('is given by the owner once, then only by the chair; the first date is always shown', async () => {
    const action = await agreed('health-colleague')

    expect(await move('health-colleague', action, '2026-10-30')).toMatchObject({ kind: 'done' })
    expect(await move('health-colleague', action, '2026-11-06')).toMatchObject({
      reason: 'only-the-chair-moves-it-again',
    })
    expect(await rooms.as('health-colleague', (world, by) => showMoveForm(world, by, action.id))).toMatchObject({
      reason: 'only-the-chair-moves-it-again',
    })
    expect(await move('chair', action, '2026-11-06')).toMatchObject({ kind: 'done' })

    const titles = (await saidAbout(action)).slice(1)
    expect(titles.map(({ to, title }) => `${to}: ${title}`)).toEqual([
      `chair: Case ${action.ref}: an action has a new date, Friday 30 October 2026`,
      `health-colleague: Case ${action.ref}: your action has a new date, Friday 6 November 2026`,
    ])
    const last = (await rooms.said('health-colleague')).at(-1)?.card
    for (const words of ['Friday 6 November 2026', 'Tuesday 13 October 2026', '2 times']) expect(last).toContain(words)
  })

  it('is told to nobody where the chair gives one to an action of their own', async () => {
    const action = await agreed('chair')
    expect(await move('chair', action, '2026-10-30')).toMatchObject({ kind: 'done' })

    expect((await saidAbout(action)).filter(({ title }) => title.includes('has a new date'))).toEqual([])
  })

  it.each([
    ['yesterday', '2026-09-27', 'Give a date on or after Monday 28 September 2026.'],
    ['the date it has', '2026-10-13', 'It already has this date. Choose another one.'],
    ['no date', '2026-02-30', 'Give a date such as 31/3/2026.'],
  ])('is not %s', async (_, due, words) => {
    expect(await move('health-colleague', await agreed('health-colleague'), due)).toMatchObject({
      fields: { due: words },
    })
  })

  it('needs a reason', async () => {
    const action = await agreed('health-colleague')

    expect(await move('health-colleague', action, '2026-10-30', { reason: ' ' })).toMatchObject({
      fields: { reason: 'Write something here.' },
    })
  })
})

describe('handed over', () => {
  it('it is asked of somebody, and theirs when they say that they have it', async () => {
    const action = await agreed('health-colleague')
    const owner = async () => (await rooms.look((tx) => tx.actionById(action.id)))?.owner

    expect(await handOver('health-colleague', action, 'social-worker')).toMatchObject({
      says: expect.stringContaining('It stays with you until they say "I have it".') as string,
    })
    expect(await owner()).toBe('health-colleague')
    for (const by of ['health-colleague', 'social-worker', 'health-lead'])
      expect(JSON.stringify(await read(by, action))).toContain('Handed to Samira Holt, not accepted yet.')
    expect(JSON.stringify(await rooms.as('social-worker', showActions))).toContain('can you take on an action?')
    expect(await complete('social-worker', action)).toMatchObject({ reason: 'not-yours-to-answer' })
    expect(await accept('health-lead', action)).toMatchObject({ reason: 'not-yours-to-answer' })

    expect(await accept('social-worker', action)).toMatchObject({ kind: 'done' })
    expect(await owner()).toBe('social-worker')
    expect((await rooms.facts()).slice(-2)).toMatchObject([
      { fact: 'action-offered', from: 'health-colleague', to: 'social-worker' },
      { fact: 'action-handed-over', from: 'health-colleague', to: 'social-worker' },
    ])
    expect((await saidAbout(action)).map(({ to, title, state }) => `${to}: ${title}: ${state}`)).toEqual([
      `health-colleague: Case ${action.ref}: your action, due Tuesday 13 October 2026: withdrawn`,
      `social-worker: Case ${action.ref}: an action: can you take it on?: withdrawn`,
      `health-colleague: Case ${action.ref}: an action: Samira Holt has it now: for-post`,
    ])
  })

  it('goes back where they say that it is not theirs, and its owner is told', async () => {
    const action = await agreed('health-colleague')
    await handOver('chair', action, 'social-worker')
    await decline('social-worker', action)

    expect(await rooms.look((tx) => tx.actionById(action.id))).toMatchObject({ owner: 'health-colleague' })
    expect((await saidAbout(action)).slice(1).map(({ to, title, state }) => `${to}: ${title}: ${state}`)).toEqual([
      `social-worker: Case ${action.ref}: an action: can you take it on?: withdrawn`,
      `health-colleague: Case ${action.ref}: an action: handed to Samira Holt: for-post`,
      `health-colleague: Case ${action.ref}: an action: Samira Holt says that it is not theirs: waiting`,
      `chair: Case ${action.ref}: an action: Samira Holt says that it is not theirs: waiting`,
    ])
    expect(await accept('social-worker', action)).toMatchObject({ reason: 'not-yours-to-answer' })
  })

  it('can be taken back by its owner, and is asked of one person at a time', async () => {
    const action = await agreed('health-colleague')
    await handOver('health-colleague', action, 'social-worker')
    await handOver('health-colleague', action, 'team-manager')
    await decline('health-colleague', action)

    expect(await accept('team-manager', action)).toMatchObject({ reason: 'is-here-again' }) // A deputy in the case.
    const titles = (await saidAbout(action)).filter(({ title }) => title.includes('no longer asked'))
    expect(titles.map(({ to }) => to)).toEqual(['social-worker', 'team-manager'])
  })

  it('is not accepted by somebody who has come to judge it', async () => {
    const action = await agreed('health-colleague')
    await handOver('health-colleague', action, 'social-worker')
    await rooms.db.updateTable('cases').set({ iro: 'social-worker' }).where('id', '=', action.case).execute()

    expect(await accept('social-worker', action)).toMatchObject({ reason: 'may-not-hold' })
  })

  it('goes to somebody who has a part in the case, not to anybody', async () => {
    const action = await agreed('health-colleague')

    const drawn = await rooms.as('health-colleague', (world, by) => showHandOverForm(world, by, action.id))
    const to = drawn.kind === 'form' ? drawn.fields['to'] : undefined
    const values = to?.field === 'choice' ? to.options.map(({ value }) => value) : []
    expect(values).toContain('social-worker')
    expect(values).not.toContain('police-lead')
    expect(values).not.toContain('health-colleague')
    for (const to of ['police-lead', 'iro', 'chair'])
      expect(await handOver('health-colleague', action, to)).toMatchObject({ fields: { to: 'Choose from the list.' } })
  })
})

it('lists what somebody agreed, the soonest first, and to the lead what the agency agreed', async () => {
  const fresh = await startRooms({ at: '2026-09-28T10:00:00Z' })
  const later = await fresh.agreed({ owner: 'health-colleague', due: '2026-10-20' })
  const sooner = await fresh.agreed({ owner: 'health-colleague', due: '2026-10-13' })
  await fresh.agreed({ owner: 'school-colleague', due: '2026-10-01' })

  expect(await fresh.as('health-colleague', showActions)).toMatchObject({
    kind: 'home',
    sections: [
      { title: 'Which children are these?' },
      { title: `Case ${sooner.ref}: due Tuesday 13 October 2026` },
      { title: `Case ${later.ref}: due Tuesday 20 October 2026` },
    ],
  })
  const lead = await fresh.as('health-lead', showActions)
  expect(lead).toMatchObject({ sections: [{ body: [{ block: 'row' }, { block: 'row' }] }] })
  expect(await fresh.as('practitioner', showActions)).toMatchObject({ sections: [{ title: 'Nothing to do' }] })
  await fresh.close()
})
