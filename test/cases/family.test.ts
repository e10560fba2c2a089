/** Whether parents and child know of the meeting: who has to say it, who is told what of it, and who tells them by when. */
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { up } from '../../adapters/postgres/migrations/0029-family.ts'
import { familyFields, reasonProblem } from '../../src/cases/family.form.ts'
import type { Answer } from '../../src/display/answer.ts'
import { questionOf } from '../../src/display/form.ts'
import { readForm } from '../../src/display/read-form.ts'
import { isRefusal } from '../../src/display/refusal.ts'
import { PersonId } from '../../src/ids.ts'
import { aView, formOf, type Given } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed } from '../support/leaving.ts'
import { importSmall } from '../support/small-return.ts'
import { asking, requestTo, viewsClose, went, type Asking } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const why = 'Her father has threatened them all.'
const speakToNobody = 'Not told: please do not speak to the family about this meeting'

function factsIn(shown: Answer): ReadonlyMap<string, string> {
  const blocks = shown.kind === 'reading' ? shown.body : shown.kind === 'form' ? shown.intro : []
  return new Map(blocks.flatMap((part) => (part.block === 'facts' ? part.facts.map(([a, b]) => [a, b] as const) : [])))
}

describe('the questions', () => {
  const base = { parents: 'told', childTold: 'told', basis: 'legal-duty' }
  const problem = (given: Given) => {
    const read = readForm(familyFields, formOf({ ...base, ...given }))
    return isRefusal(read) ? Object.keys(read.fields ?? {}).join() : reasonProblem(read.values)
  }

  it('have to be answered, the reason only where the answer says so, and none of them reads as optional', () => {
    for (const name of ['parents', 'childTold', 'basis'] as const) expect(problem({ [name]: [] })).toBe(name)
    expect(problem({})).toBeUndefined()
    expect(Object.values(familyFields).map(questionOf).join(' ')).not.toContain('optional')
  })

  it.each([
    ['another reason, and none', { parents: 'not-told' }, 'Say why'],
    ['not safe, and no reason', { childTold: 'not-safe' }, 'Say why'],
    ['a reason of 19 characters', { parents: 'not-told', notTold: ' 1234567890 23456789 ' }, 'at least 20'],
    ['a reason of spaces and one word', { parents: 'not-safe', notTold: `No${' '.repeat(40)}.` }, 'at least 20'],
    ['nothing that is drawn', { parents: 'not-told', notTold: '\u200B'.repeat(30) }, 'Say why'],
    ['a reason of 20 characters', { parents: 'not-told', notTold: '1234567890 234567890' }, undefined],
    ['no parent with parental responsibility', { parents: 'no-parent' }, undefined],
    ['whereabouts not known', { parents: 'not-found', childTold: 'not-found' }, undefined],
    ['too young', { childTold: 'too-young' }, undefined],
    ['too young, and some words all the same', { childTold: 'too-young', notTold: 'A baby.' }, 'at least 20'],
    ['a child without parental responsibility', { childTold: 'no-parent' }, 'childTold'],
    ['parents who are too young', { parents: 'too-young' }, 'parents'],
  ])('%s', (_, given, says) => {
    if (says === undefined) expect(problem(given)).toBeUndefined()
    else expect(problem(given)).toContain(says)
  })
})

describe('what was said', () => {
  const said = { parents: 'not-safe', childTold: 'too-young', notTold: why, basis: 'legal-duty' }
  let asked: Asking
  beforeEach(async () => (asked = await asking(bot, said)))

  const pages = () =>
    [
      ['health-lead', { ask: 'open-who', request: requestTo(asked, 'larkshire-nhs-trust') }],
      ['health-lead', { ask: 'open-input', request: requestTo(asked, 'larkshire-nhs-trust') }],
      ['health-lead', { ask: 'open-identity', case: asked.case }],
      ['health-lead', { ask: 'open-case', case: asked.case }],
      ['practitioner', { ask: 'open-case', case: asked.case }],
    ] as const

  it('stands where anybody reads of the case who may speak to the family, without the reason', async () => {
    for (const [who, ask] of pages()) {
      const shown = factsIn(await bot.ask(who, ask))
      expect([ask.ask, shown.get('Parents')]).toEqual([ask.ask, speakToNobody])
      expect(shown.get('Child')).toBe('Not told: please do not speak to the child about this meeting')
      expect(JSON.stringify([...shown])).not.toMatch(/safe|too young|Legal duty/)
    }
  })

  it.each(['social-worker', 'iro', 'chair'])(
    'the %s reads why as well, and by which right it is shared',
    async (who) => {
      expect([...factsIn(await bot.ask(who, { ask: 'open-case', case: asked.case }))]).toEqual(
        expect.arrayContaining([
          ['Parents', speakToNobody],
          ['Why the parents are not told', 'It would not be safe'],
          ['Why the child is not told', 'Too young to understand'],
          ['Lawful basis for sharing', 'Legal duty'],
        ]),
      )
      expect(await bot.last('case-confirmed')).toMatchObject({
        ...{ parents: 'not-safe', childTold: 'too-young', basis: 'legal-duty' },
      })
    },
  )

  it('stands on the run sheet', async () => {
    await bot.until('2026-09-15T12:00:00Z')
    const { meeting } = await bot.last('times-offered')

    const sheet = factsIn(await bot.ask('chair', { ask: 'open-run-sheet', meeting }))
    expect(sheet.get('Parents')).toBe(speakToNobody)
  })

  it('is not for a case that was confirmed before it was asked, nor is it guessed', async () => {
    await bot.db.updateTable('cases').set({ parents_told: null, child_told: null, sharing_basis: null }).execute()
    const shown = factsIn(await bot.ask('iro', { ask: 'open-case', case: asked.case }))

    expect(['Parents', 'Child', 'Lawful basis for sharing'].map((name) => shown.get(name))).toEqual([
      ...['Not said', 'Not said', 'Not said'],
    ])
  })

  it('is taken from the log into a database from before, where it is there', async () => {
    await sql`alter table cases drop column parents_told, drop column child_told, drop column sharing_basis;
      alter table actions drop column tells`.execute(bot.db)
    await up(bot.db as unknown as Kysely<unknown>)
    const shown = factsIn(await bot.ask('iro', { ask: 'open-case', case: asked.case }))

    expect(['Parents', 'Lawful basis for sharing'].map((name) => shown.get(name))).toEqual([speakToNobody, 'Not said'])
  })
})

describe('who will be told', () => {
  let asked: Asking
  beforeEach(async () => (asked = await asking(bot, { parents: 'will-be-told', childTold: 'told' })))

  const actions = () =>
    bot.db.selectFrom('actions').select(['owner', 'due', 'first_due', 'moves', 'state', 'tells']).execute()
  const parents = async (who = 'health-lead') =>
    factsIn(await bot.ask(who, { ask: 'open-case', case: asked.case })).get('Parents')

  /** Views have closed, and the chair takes the first time that is offered: Friday 11 September. */
  async function convene(): Promise<void> {
    for (const [body, by] of [
      ['larkshire-nhs-trust', 'health-lead'],
      ['hazel-school', 'school-lead'],
    ] as const)
      went(await bot.fillIn(by, { ask: 'open-input', request: requestTo(asked, body) }, aView))
    await viewsClose(bot)
    await pick()
  }

  async function pick(): Promise<void> {
    const { meeting } = await bot.last('times-offered')
    went(await bot.ask('chair', { ask: 'pick-slot', meeting, slot: 0 }))
    await bot.deliver()
  }

  /** The chair has taken the time back, and others are offered. */
  async function moveTo(starts: string): Promise<void> {
    await bot.db
      .updateTable('meetings')
      .set({ state: 'offered', starts_at: null, slots: JSON.stringify([starts]) as never })
      .execute()
    await pick()
  }

  const id = async () => (await bot.last('action-promised')).action

  const saysTold = async () =>
    went(
      await bot.fillIn(
        'social-worker',
        { ask: 'open-complete-action', action: await id() },
        { evidence: 'They came in and heard it.', danger: 'no' },
      ),
    )

  it('are told by the social worker, who has no day for it before the meeting has one', async () => {
    expect(await parents()).toBe('Will be told by Samira Holt before the meeting: please leave it to them')
    expect(await actions()).toEqual([])
  })

  it('are an action of theirs, due on the working day before', async () => {
    await convene()

    expect(await actions()).toEqual([
      {
        ...{ owner: 'social-worker', due: '2026-09-10', first_due: '2026-09-10', moves: 0 },
        ...{ state: 'open', tells: 'parents' },
      },
    ])
    expect(await parents()).toBe('Will be told by Samira Holt, by Thursday 10 September 2026: please leave it to them')
    expect(await bot.titles('social-worker')).toContainEqual(
      expect.stringMatching(/: your action, due Thursday 10 September 2026$/),
    )
    await bot.until('2026-09-10T12:00:00Z')
    expect(await bot.last('rung-reached')).toMatchObject({ rung: 'due', to: ['social-worker'], action: await id() })
  })

  it('and done, are told: the chair hears of it, and nobody that the case can be closed', async () => {
    await convene()
    await saysTold()

    expect(await parents()).toMatch(/^Told by Samira Holt on \w+ \d+ September 2026$/)
    const last = (await bot.said('chair')).at(-1)?.card
    expect(last?.title).toMatch(/an action is done$/)
    expect(JSON.stringify(last)).toContain('Samira Holt has done this.')
    expect(await bot.titles('chair')).not.toContainEqual(expect.stringContaining('all actions are done'))
  })

  it('are told by another day where the meeting moves, which is no new date that the social worker gave', async () => {
    await convene()
    await moveTo('2026-09-22T09:00:00Z')

    expect(await actions()).toMatchObject([{ due: '2026-09-21', first_due: '2026-09-21', moves: 0 }])
    expect(await bot.titles('social-worker')).toContainEqual(
      expect.stringMatching(/: your action has a new date, Monday 21 September 2026$/),
    )
    await bot.until('2026-09-18T12:00:00Z')
    const rungs = (await bot.facts()).filter(({ fact }) => fact === 'rung-reached')
    expect(rungs.map((one) => 'rung' in one && one.rung)).not.toContain('overdue')
    expect(await bot.ask('social-worker', { ask: 'open-move-action', action: await id() })).toMatchObject({
      kind: 'form',
    })
  })

  it('and have been told, are told again of a time that replaces the one that they know, sooner or later', async () => {
    await convene()
    await saysTold()
    await moveTo('2026-09-10T09:00:00Z')

    expect(await actions()).toMatchObject([
      { state: 'done', due: '2026-09-10' },
      { state: 'open', due: '2026-09-09', tells: 'parents', owner: 'social-worker', moves: 0 },
    ])
    const asked = (await bot.said('social-worker')).findLast(({ key }) => key.startsWith('promised-'))
    expect(JSON.stringify(asked?.card)).toContain('Tell the parents that the meeting has another time')
    expect(JSON.stringify(asked?.card)).toContain('they were told of the one before')
    expect(await parents()).toMatch(/^Will be told by Samira Holt, by Wednesday 9 September 2026/)

    await moveTo('2026-09-22T09:00:00Z')
    expect(await actions()).toMatchObject([{ state: 'done' }, { state: 'open', due: '2026-09-21' }])
    await saysTold()
    await moveTo('2026-09-24T09:00:00Z')
    expect((await actions()).map(({ state }) => state)).toEqual(['done', 'done', 'open'])
  })

  it('and have been told, have nothing to be told of while no other time is chosen', async () => {
    await convene()
    await saysTold()
    const { meeting, start } = await bot.last('time-picked')
    went(await bot.ask('chair', { ask: 'take-time-back', meeting, starts: start }))

    expect(await actions()).toMatchObject([{ state: 'done' }])
  })

  it('are told today where the meeting is on the next day, and never on a day that has passed', async () => {
    await convene()
    bot.clock.moveTo(new Date('2026-09-21T08:30:00Z'))
    await moveTo('2026-09-21T13:00:00Z')

    expect(await actions()).toMatchObject([{ due: '2026-09-21' }])
  })

  it('stay as they were where the same day is chosen again', async () => {
    await convene()
    const before = (await bot.said('social-worker')).length
    await moveTo('2026-09-11T13:00:00Z')

    expect((await bot.facts()).filter(({ fact }) => fact === 'action-moved')).toEqual([])
    expect((await bot.titles('social-worker')).slice(before)).toEqual([expect.stringMatching(/: the meeting is set$/)])
  })

  it('are told by the social worker of today', async () => {
    await convene()
    await importSmall(bot, {
      ...{ identifier: 'LK104' },
      allocations: ['LK104,deputy.social.worker@demo.example,,iro@demo.example,01/09/2026'],
    })

    expect(await actions()).toMatchObject([{ owner: 'deputy-social-worker', state: 'open' }])
    expect(await bot.titles('deputy-social-worker')).toContainEqual(expect.stringContaining('you take over an action'))
  })

  it('are an action of somebody who has left as any other is: their lead hears of it', async () => {
    bot.applies({ ...staffed, people: staffed.people.filter((one) => one.id !== PersonId.parse('social-worker')) })
    await convene()

    expect(await actions()).toMatchObject([{ owner: 'social-worker', state: 'open' }])
    await bot.until('2026-09-10T12:00:00Z')
    expect((await bot.last('rung-reached')).to).not.toEqual([])
    bot.applies(staffed)
  })
})
