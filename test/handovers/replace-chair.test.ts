/** Another chair, whether or not the one before is still there: what waits for the chair waits for the new one. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CaseId } from '../../src/ids.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { aConfirmation, aRecord, aView } from '../support/builders.ts'
import { staffed, withRoles, without } from '../support/leaving.ts'
import {
  approved,
  asking,
  closes,
  convened,
  offered,
  raised,
  recorded,
  requestTo,
  viewsClose,
  went,
} from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const replace = (by: string, stuck: CaseId, to = 'other-chair') =>
  bot.fillIn(by, { ask: 'open-replace-chair', case: stuck }, { to })

const titlesOf = async (who: string, from = 0) => (await bot.titles(who)).slice(from)

describe('while the chair is there', () => {
  it.each(['social-worker', 'chair', 'coordinator'])('the %s may name another, and the old one is told', async (by) => {
    const { case: stuck } = await asking(bot)
    went(await replace(by, stuck))

    expect(await bot.last('case-part-handed-over')).toMatchObject({ part: 'chair', from: 'chair', to: 'other-chair' })
    const changed = (await bot.said()).filter(({ key }) => key.startsWith('chair-changed-'))
    expect(changed.map(({ to }) => to).toSorted()).toEqual(['chair', 'social-worker'].filter((who) => who !== by))
    expect(await bot.ask('other-chair', { ask: 'open-case', case: stuck })).toMatchObject({ kind: 'reading' })
    expect(await bot.ask('chair', { ask: 'open-case', case: stuck })).toMatchObject({ reason: 'not-for-you' })
  })

  it.each(['iro', 'practitioner', 'health-lead', 'team-manager'])('the %s may not', async (by) => {
    const { case: stuck } = await asking(bot)

    const reason = by === 'team-manager' ? 'is-here-again' : 'not-for-you'
    expect(await replace(by, stuck)).toMatchObject({ reason })
    expect(await bot.ask(by, { ask: 'replace-chair', case: stuck }, { to: 'other-chair' })).toMatchObject({ reason })
  })

  it('the form says that somebody has to be chosen, and nothing changes', async () => {
    const { case: stuck } = await asking(bot)

    const answer = await bot.ask('chair', { ask: 'replace-chair', case: stuck }, {})
    expect(answer).toMatchObject({ kind: 'refusal', fields: { to: expect.any(String) as string } })
    expect(await bot.ask('chair', { ask: 'open-case', case: stuck })).toMatchObject({ kind: 'reading' })
  })

  it('what still waits for the old one is taken back at once', async () => {
    const { case: stuck } = await asking(bot)
    const waiting = async () =>
      (await bot.said('chair')).filter(({ key }) => key.startsWith('confirmed-')).map(({ state }) => state)
    await bot.db
      .updateTable('outbox')
      .set({ state: 'waiting', settled_at: null })
      .where('key', 'like', 'confirmed-%')
      .execute()
    expect(await waiting()).toEqual(['waiting'])
    went(await replace('social-worker', stuck))

    expect(await waiting()).toEqual(['withdrawn'])
  })

  it('the new one is asked to close a case in which only next steps were agreed', async () => {
    const { case: stuck, meeting } = await convened(bot)
    await bot.until((await bot.last('time-picked')).start)
    went(await bot.fillIn('chair', { ask: 'open-record', meeting }, aRecord))
    went(await bot.fillIn('chair', { ask: 'open-summary-draft', meeting }, { danger: 'no' }))
    went(await replace('social-worker', stuck))

    expect(await titlesOf('other-chair')).toContainEqual(expect.stringMatching(/ready to be closed$/))
  })

  it('is offered on the page of the case', async () => {
    const { case: stuck } = await asking(bot)
    const page = await bot.ask('social-worker', { ask: 'open-case', case: stuck })

    expect(JSON.stringify(page)).toContain('Change the chair')
  })

  it('nobody who is in the line of the case, and nobody who has not the role', async () => {
    const { case: stuck } = await asking(bot)
    bot.applies(withRoles(withRoles(staffed, 'iro', 'iro', 'chair'), 'social-worker', 'social-worker', 'chair'))

    for (const to of ['iro', 'social-worker', 'practitioner', 'chair'])
      expect(await replace('social-worker', stuck, to)).toMatchObject({ fields: { to: 'Choose from the list.' } })
  })

  it('and there is no other, it is said', async () => {
    const { case: stuck } = await asking(bot)
    bot.applies(without(staffed, 'other-chair'))

    expect(await replace('social-worker', stuck)).toMatchObject({ reason: 'nobody-may-hold' })
  })
})

it('there is no other chair before there is one, nor of a closed case', async () => {
  const stuck = await raised(bot)
  expect(await replace('social-worker', stuck)).toMatchObject({ reason: 'not-confirmed-yet' })
  went(await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: stuck }, aConfirmation))
  await closes(bot, stuck)

  expect(await replace('social-worker', stuck)).toMatchObject({ reason: 'case-closed' })
})

describe.each([
  ['after', true],
  ['before', false],
])('%s the chair has left', (_, hasLeft) => {
  async function changes(stuck: CaseId): Promise<number> {
    const before = (await bot.said('other-chair')).length
    if (hasLeft) bot.applies(without(staffed, 'chair'))
    went(await replace('social-worker', stuck))
    return before
  }

  it('the new one is offered times as soon as inputs close', async () => {
    const { case: stuck } = await asking(bot)
    await changes(stuck)
    await bot.until('2026-09-15T12:00:00Z')

    expect(await titlesOf('other-chair')).toContainEqual(expect.stringMatching(/choose a time for the meeting$/))
  })

  it('the new one picks the time where none is picked', async () => {
    const { case: stuck, meeting } = await offered(bot)
    const before = await changes(stuck)

    expect(await titlesOf('other-chair', before)).toContainEqual(expect.stringMatching(/choose a time/))
    went(await bot.ask('other-chair', { ask: 'pick-slot', meeting, slot: 1 }))
    if (!hasLeft)
      expect(await bot.ask('chair', { ask: 'open-run-sheet', meeting })).toMatchObject({ reason: 'not-for-you' })
  })

  it('times that have passed are replaced by new ones', async () => {
    const { case: stuck, meeting } = await offered(bot)
    await bot.until('2026-09-11T16:00:00Z')
    await changes(stuck)

    const { slots } = await bot.last('times-offered')
    expect(slots[0]).toBe('2026-09-16T09:00:00.000Z')
    went(await bot.ask('other-chair', { ask: 'pick-slot', meeting, starts: '2026-09-16T09:00:00.000Z' }))
  })

  it('the new one is told the time that was picked, and opens the meeting', async () => {
    const { case: stuck } = await convened(bot)
    const before = await changes(stuck)
    expect(await titlesOf('other-chair', before)).toContainEqual(expect.stringMatching(/the meeting is set$/))
    await bot.until((await bot.last('time-picked')).start)

    expect(await titlesOf('other-chair')).toContainEqual(expect.stringMatching(/for the chair$/))
    expect(await titlesOf('other-chair')).toContainEqual(expect.stringMatching(/the meeting is starting$/))
    expect(await titlesOf('chair')).not.toContainEqual(expect.stringMatching(/the meeting is starting$/))
  })

  it('the new one sums up what was recorded, and is reminded of it', async () => {
    const { case: stuck, meeting } = await recorded(bot)
    const before = await changes(stuck)
    expect(await titlesOf('other-chair', before)).toContainEqual(
      expect.stringMatching(/the summary has not been posted$/),
    )
    await bot.until('2026-09-15T12:00:00Z')

    const reminders = (await bot.said('other-chair')).filter(({ key }) => key.startsWith('unfinished-'))
    expect(reminders).not.toEqual([])
    went(await bot.fillIn('other-chair', { ask: 'open-summary-draft', meeting }, { danger: 'no' }))
  })

  it('the new one is asked to close a case in which all is done', async () => {
    const { case: stuck } = await approved(bot)
    const { action } = await bot.last('action-promised')
    const evidence = { evidence: 'It is on file.', danger: 'no' }
    went(await bot.fillIn('health-lead', { ask: 'open-complete-action', action }, evidence))
    const before = await changes(stuck)

    expect(await titlesOf('other-chair', before)).toContainEqual(expect.stringMatching(/all actions are done$/))
  })
})

/** Case 35: it was convened, and the chair is no longer in the partnership's file. */
describe('where the chair leaves in the middle', () => {
  const since = async (who: string, count: number) => (await bot.said(who)).slice(count)

  it('the coordinators have one list of it, again after five working days, and nothing more is said to the leaver', async () => {
    await convened(bot)
    const before = (await bot.said('chair')).length
    bot.applies(without(staffed, 'chair'))
    await bot.store.transact({ at: bot.clock.now() }, (tx) => tx.setWake({ wake: 'handover-check' }, bot.clock.now()))
    await bot.until('2026-10-05T16:00:00Z') // four weeks in which nobody does anything

    const lists = (await bot.said('coordinator')).filter(({ key }) => key.startsWith('gone-'))
    expect(lists.length).toBeGreaterThan(0)
    expect(JSON.stringify(lists[0]?.card)).toContain('case-chair')
    expect(lists.length).toBeLessThanOrEqual(4) // once, and again after five working days
    expect((await since('chair', before)).map(({ card }) => card.title)).toEqual([])
  })

  it.each(['social-worker', 'coordinator'])(
    'the %s names another, who opens the run sheet and records it',
    async (by) => {
      const { case: stuck, meeting } = await convened(bot)
      bot.applies(without(staffed, 'chair'))
      await bot.until('2026-09-11T16:00:00Z')
      went(await replace(by, stuck))

      expect(await bot.ask('other-chair', { ask: 'open-run-sheet', meeting })).toMatchObject({ kind: 'reading' })
      const record = { ...aRecord, attended: ['other-chair', 'social-worker', 'health-lead'] }
      went(await bot.fillIn('other-chair', { ask: 'open-record', meeting }, record))
      expect(await bot.last('meeting-recorded')).toMatchObject({ meeting })
    },
  )
})

it('what waits for the old chair is taken back', async () => {
  const { case: stuck } = await asking(bot)
  bot.clock.moveTo(new Date('2026-09-07T18:00:00Z')) // Outside working hours a message waits.
  went(await replace('social-worker', stuck))
  went(await replace('social-worker', stuck, 'chair'))

  const waiting = (await bot.said('other-chair')).filter(({ state }) => state === 'for-post')
  expect(waiting.map(({ card }) => card.title)).toEqual([expect.stringMatching(/Cosmo Verity is now the chair$/)])
})

it('times that wait to be offered to the old chair are offered to the new one alone', async () => {
  const asked = await asking(bot)
  for (const [agency, by] of [
    ['larkshire-nhs-trust', 'health-lead'],
    ['hazel-school', 'school-lead'],
  ] as const)
    went(await bot.fillIn(by, { ask: 'open-input', request: requestTo(asked, agency) }, aView))
  await viewsClose(bot) // The working hours are over, so that the offer waits.
  went(await replace('social-worker', asked.case))

  const offers = (await bot.said()).filter(({ card }) => card.title.includes('choose a time'))
  expect(offers.map(({ to, state }) => [to, state])).toEqual([
    ['chair', 'withdrawn'],
    ['other-chair', 'waiting'],
  ])
})
