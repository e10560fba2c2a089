import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { instantInWords } from '../../src/calendar/in-words.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import type { Case } from '../../src/cases/case.ts'
import type { CaseId, PersonId } from '../../src/ids.ts'
import type { Meeting } from '../../src/meetings/meeting.ts'
import { offerCard } from '../../src/meetings/offer.card.ts'
import { slotsFrom, type Span } from '../../src/meetings/slots.ts'
import { Policies } from '../../src/partnership/policies.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { aConfirmation, aRaising, aView } from '../support/builders.ts'
import { convened, offered, viewsClose, went } from '../support/stages.ts'

const hours = { opens: '09:00', closes: '17:00' }
const times = (today: string, changed: Partial<Policies> = {}, closed: readonly string[] = []) =>
  slotsFrom(asDay(today), { ...Policies.parse({}), ...changed }, hours, workingCalendar(closed)).map(instantInWords)

describe('the three times', () => {
  it.each([
    [
      'in an ordinary week',
      '2026-09-07',
      ['Thursday 10 September 2026, 10:00', 'Friday 11 September 2026, 14:00', 'Monday 14 September 2026, 10:00'],
    ],
    [
      'over Christmas',
      '2026-12-22',
      ['Tuesday 29 December 2026, 10:00', 'Wednesday 30 December 2026, 14:00', 'Thursday 31 December 2026, 10:00'],
    ],
    [
      'over the clock change of spring',
      '2026-03-25',
      ['Monday 30 March 2026, 10:00', 'Tuesday 31 March 2026, 14:00', 'Wednesday 1 April 2026, 10:00'],
    ],
    [
      'over Easter',
      '2026-04-01',
      ['Wednesday 8 April 2026, 10:00', 'Thursday 9 April 2026, 14:00', 'Friday 10 April 2026, 10:00'],
    ],
  ])('lie on working days, %s', (_, today, expected) => {
    expect(times(today)).toEqual(expected)
  })

  it('leave out the days on which the partnership is closed', () => {
    expect(times('2026-09-07', {}, ['2026-09-10'])[0]).toBe('Friday 11 September 2026, 10:00')
  })

  it('leave out a day on which its time is taken, in whole or in part', () => {
    const friday = { startsAt: new Date('2026-09-11T14:29:00Z'), minutes: 60 }
    const taken = (...spans: readonly Span[]) =>
      slotsFrom(asDay('2026-09-07'), Policies.parse({}), hours, workingCalendar([]), spans).map(instantInWords)

    expect(taken(friday)[1]).toBe('Monday 14 September 2026, 14:00')
    expect(taken({ ...friday, startsAt: new Date('2026-09-11T14:30:00Z') })[1]).toBe('Friday 11 September 2026, 14:00')
    expect(taken({ ...friday, startsAt: new Date('2026-09-11T12:00:00Z') })[1]).toBe('Friday 11 September 2026, 14:00')
    expect(taken({ ...friday, startsAt: new Date('2026-09-11T12:01:00Z') })).toEqual([
      'Thursday 10 September 2026, 10:00',
      'Monday 14 September 2026, 14:00',
      'Tuesday 15 September 2026, 10:00',
    ])
  })

  it('are offered all the same where two months are taken', () => {
    const always = { startsAt: new Date('2026-01-01T00:00:00Z'), minutes: 600_000 }
    expect(slotsFrom(asDay('2026-09-07'), Policies.parse({}), hours, workingCalendar([]), [always])).toHaveLength(3)
  })

  it('end within working hours, however long the meeting', () => {
    expect(times('2026-09-07', { meetingMinutes: 240 })[1]).toBe('Friday 11 September 2026, 13:00')
  })
})

describe('the three times of a partnership', () => {
  it('come after as much notice as it wants', () => {
    expect(times('2026-09-07', { meetingNoticeWorkingDays: 5 })).toEqual([
      'Monday 14 September 2026, 10:00',
      'Tuesday 15 September 2026, 14:00',
      'Wednesday 16 September 2026, 10:00',
    ])
  })

  it('lie at the times of day that it wants, within its hours', () => {
    expect(times('2026-09-07', { meetingTimes: ['11:30', '08:00', '18:00'] })).toEqual([
      'Thursday 10 September 2026, 11:30',
      'Friday 11 September 2026, 09:00',
      'Monday 14 September 2026, 15:30',
    ])
  })
})

describe('the chair', () => {
  let bot: Bot
  beforeAll(async () => (bot = await startBot()))
  beforeEach(() => bot.startOver())
  afterAll(() => bot.close())

  it('is offered three times, with who has answered', async () => {
    const { meeting } = await offered(bot)

    const [offer] = (await bot.said('chair')).filter(({ card }) => card.title.endsWith('choose a time for the meeting'))
    expect(offer?.card.body[1]).toEqual({
      block: 'list',
      items: ['Hazel School: view given', 'Larkshire NHS Trust: view given'],
    })
    expect(offer?.card.buttons.map(({ label, ask }) => [label, ask])).toEqual([
      ['Friday 11 September 2026, 10:00', { ask: 'pick-slot', meeting, starts: '2026-09-11T09:00:00.000Z' }],
      ['Monday 14 September 2026, 14:00', { ask: 'pick-slot', meeting, starts: '2026-09-14T13:00:00.000Z' }],
      ['Tuesday 15 September 2026, 10:00', { ask: 'pick-slot', meeting, starts: '2026-09-15T09:00:00.000Z' }],
      ['Read what was said', { ask: 'open-run-sheet', meeting }],
    ])
  })

  it('picks one, and everybody is told', async () => {
    const { meeting } = await offered(bot)
    const starts = '2026-09-14T13:00:00.000Z'
    const says = went(await bot.ask('chair', { ask: 'pick-slot', meeting, starts }))

    expect(says).toBe('The meeting is on Monday 14 September 2026, 14:00. Everybody will be told.')
    expect(await bot.last('time-picked')).toMatchObject({ start: '2026-09-14T13:00:00.000Z', minutes: 90, by: 'chair' })
    const told = (await bot.said()).filter(({ card }) => card.title.endsWith('the meeting is set'))
    expect(told.map(({ to }) => to).toSorted()).toEqual([
      'chair',
      'health-lead',
      'iro',
      'practitioner',
      'school-lead',
      'social-worker',
    ])
  })

  it('picks once, also at two presses at the same moment', async () => {
    const { meeting } = await offered(bot)
    const both = await Promise.all([0, 2].map((slot) => bot.ask('chair', { ask: 'pick-slot', meeting, slot })))

    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refusal'])
    const before = await bot.facts()
    expect(await bot.ask('chair', { ask: 'pick-slot', meeting, slot: 1 })).toMatchObject({
      reason: 'time-already-picked',
    })
    expect(await bot.facts()).toEqual(before)
  })

  it('is offered no time at which somebody who is asked to come is in another meeting, nor can pick one', async () => {
    const first = await convened(bot)
    const moveFirst = (starts_at: Date) =>
      bot.db.updateTable('meetings').set({ starts_at }).where('id', '=', first.meeting).execute()
    const other = '0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a99' as CaseId
    const booked = async (people: readonly string[], except = other) =>
      (await bot.look(({ tx, now }) => tx.meetingsWith(people as PersonId[], { after: now, except }))).length
    for (const who of ['chair', 'social-worker', 'iro', 'health-lead', 'school-lead'])
      expect(await booked([who])).toBe(1)
    expect(await booked(['practitioner', 'team-manager', 'police-lead'])).toBe(0)
    expect(await booked(['chair'], first.case)).toBe(0)
    expect(await booked([])).toBe(0)

    await moveFirst(new Date('2026-09-14T09:00:00Z'))
    await bot.put({ identifier: 'LK105' })
    went(await bot.fillIn('practitioner', { ask: 'open-raise-case' }, { ...aRaising, identifier: 'LK105' }))
    const second = (await bot.last('case-raised')).case
    went(await bot.fillIn('social-worker', { ask: 'open-confirm-case', case: second }, aConfirmation))
    await bot.ring()
    for (const { id: request, person } of await bot.look(({ tx }) => tx.requestsOf(second)))
      went(await bot.fillIn(person, { ask: 'open-input', request }, aView))
    await viewsClose(bot)
    const { meeting, slots } = await bot.last('times-offered')
    expect(slots.map((slot) => instantInWords(new Date(slot)))).toEqual([
      'Tuesday 15 September 2026, 10:00',
      'Wednesday 16 September 2026, 14:00',
      'Thursday 17 September 2026, 10:00',
    ])

    await moveFirst(new Date('2026-09-15T09:00:00Z'))
    const again = await bot.ask('chair', { ask: 'pick-slot', meeting, starts: '2026-09-15T09:00:00.000Z' })
    expect(again).toMatchObject({ kind: 'card' })
    expect((await bot.last('times-offered')).slots).not.toContain('2026-09-15T09:00:00.000Z')
    expect(await bot.last('time-picked')).toMatchObject({ case: first.case })
  })

  it.each(['social-worker', 'iro', 'health-lead', 'practitioner', 'team-manager'])(
    'alone picks: the %s does not',
    async (who) => {
      const { meeting } = await offered(bot)

      expect(await bot.ask(who, { ask: 'pick-slot', meeting, slot: 0 })).toMatchObject({ reason: 'not-for-you' })
    },
  )

  it('cannot pick a time that has passed, and is offered new ones', async () => {
    const { meeting } = await offered(bot)
    bot.clock.moveTo(new Date('2026-09-11T10:00:00Z'))
    expect(await bot.ask('chair', { ask: 'pick-slot', meeting, slot: 0 })).toMatchObject({ reason: 'time-has-passed' })

    await bot.until('2026-09-15T12:00:00Z')

    expect((await bot.last('times-offered')).slots[0]).toBe('2026-09-16T09:00:00.000Z')
    went(await bot.ask('chair', { ask: 'pick-slot', meeting, starts: '2026-09-16T09:00:00.000Z' }))
  })

  it.each([
    ['by its time', { starts: '2026-09-14T13:00:00.000Z' }],
    ['by its place', { slot: 1 }],
  ])('who presses on an offer that was made again books nothing, and gets the present one: %s', async (_, said) => {
    const { meeting } = await offered(bot)
    await bot.until('2026-09-15T12:00:00Z')
    const before = await bot.facts()
    const answer = await bot.ask('chair', { ask: 'pick-slot', meeting, ...said })

    expect(answer).toMatchObject({
      kind: 'card',
      title: expect.stringMatching(/choose a time for the meeting$/) as string,
    })
    expect(JSON.stringify(answer)).toContain('You have been offered newer times. Please choose one of those.')
    expect(JSON.stringify(answer)).toContain('2026-09-17T09:00:00.000Z')
    expect(await bot.facts()).toEqual(before)
  })

  it('whose button is of an earlier kind books what it said, while the offer stands', async () => {
    const { meeting } = await offered(bot)
    went(await bot.ask('chair', { ask: 'pick-slot', meeting, slot: 1 }))

    expect((await bot.last('time-picked')).start).toBe('2026-09-14T13:00:00.000Z')
  })

  it('books the time that the button says where only others were offered again', async () => {
    const { meeting } = await offered(bot)
    await bot.until('2026-09-15T12:00:00Z')
    went(await bot.ask('chair', { ask: 'pick-slot', meeting, starts: '2026-09-17T09:00:00.000Z' }))

    expect((await bot.last('time-picked')).start).toBe('2026-09-17T09:00:00.000Z')
  })

  it('is reminded after two working days without a pick, and the IRO hears of the second reminder', async () => {
    await offered(bot)
    await bot.until('2026-09-14T16:00:00Z')

    const reminders = (await bot.said()).filter(({ key }) => key.startsWith('unfinished-'))
    expect(reminders.map(({ to, notBefore }) => [to, notBefore.toISOString()])).toEqual([
      ['chair', '2026-09-10T08:00:00.000Z'],
      ['chair', '2026-09-14T08:00:00.000Z'],
      ['iro', '2026-09-14T08:00:00.000Z'],
    ])
  })
})

describe('around a meeting', () => {
  let bot: Bot
  beforeAll(async () => {
    bot = await startBot()
    await convened(bot) // Friday 11 September, 10:00
    await bot.until('2026-09-11T12:00:00Z')
  })
  afterAll(() => bot.close())

  const everybody = ['chair', 'health-lead', 'iro', 'practitioner', 'school-lead', 'social-worker']
  const said = async (start: string) => (await bot.said()).filter(({ key }) => key.startsWith(start))

  it('everybody is reminded on the working day before', async () => {
    const reminders = await said('tomorrow-')

    expect(reminders.map(({ to }) => to).toSorted()).toEqual(everybody)
    expect(new Set(reminders.map(({ notBefore }) => notBefore.toISOString()))).toEqual(
      new Set(['2026-09-10T08:00:00.000Z']),
    )
  })

  it('everybody gets the opening when it starts, and the chair what a chair needs', async () => {
    expect((await said('opens-')).map(({ to, notBefore }) => `${to} ${notBefore.toISOString()}`).toSorted()).toEqual(
      everybody.map((who) => `${who} 2026-09-11T09:00:00.000Z`),
    )
    expect((await said('chair-')).map(({ to }) => to)).toEqual(['chair'])
  })
})

it.each([
  ['none', []],
  ['one', ['Ravi Anand: known']],
  ['several', ['Ravi Anand: known', 'Selwyn Marsh: cannot tell']],
])('the offer lists who has answered: %s', (_, answers) => {
  const meeting = { id: 'meeting', minutes: 90, slots: [] } as unknown as Meeting

  const lists = offerCard({ ref: 'K7M-2QD' } as Case, meeting, answers).body.filter(({ block }) => block === 'list')
  expect(lists).toEqual(answers.length > 0 ? [{ block: 'list', items: answers }] : [])
})
