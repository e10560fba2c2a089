import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { onlyTheseKinds } from '../../src/actions/kind.ts'
import { instantInWords } from '../../src/calendar/in-words.ts'
import type { Answer } from '../../src/display/answer.ts'
import type { MeetingId, RaisingId } from '../../src/ids.ts'
import { aProposal, aRecord, aView } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { slackDrawing } from '../slack/drawing.ts'
import { teamsDrawing } from '../teams/drawing.ts'
import { webDrawing } from '../web/drawing.ts'
import { without } from '../support/leaving.ts'
import { begun, convened, offered, went } from '../support/stages.ts'

let bot: Bot
let meeting: MeetingId
beforeAll(async () => (bot = await startBot()))
beforeEach(async () => {
  await bot.startOver()
  meeting = (await begun(bot)).meeting
})
afterAll(() => bot.close())

const record = (by = 'chair', given = {}) => bot.fillIn(by, { ask: 'open-record', meeting }, { ...aRecord, ...given })
const add = (by = 'chair', given = {}) =>
  bot.fillIn(by, { ask: 'open-add-action', meeting }, { ...aProposal, ...given })

const names = (noteTaker = 'health-lead') => bot.fillIn('chair', { ask: 'open-note-taker', meeting }, { noteTaker })

const lastCard = async (to: string) => {
  const last = (await bot.said(to)).at(-1)
  if (!last) throw new Error(`nothing was said to ${to}`)
  return last.card
}
const labels = (shown: Answer) => (shown.kind === 'reading' ? shown.buttons.map(({ label }) => label) : [])

describe('the run sheet', () => {
  it('holds for the chair what the child says, then every view side by side', async () => {
    const sheet = await bot.ask('chair', { ask: 'open-run-sheet', meeting })
    if (sheet.kind !== 'reading') throw new Error('no run sheet')

    const words = sheet.body.flatMap((part) => (part.block === 'words' ? [part.words.reveal()] : []))
    expect(words[0]).toBe('I want to know where I will live when I am big.')
    expect(words.filter((said) => said === aView['keepsStuck'])).toHaveLength(2)
    expect(sheet.buttons.map(({ label }) => label)).toEqual([
      'Record the meeting',
      'Add an action',
      'Draft the summary',
    ])
  })

  it('of a case that forty people raised comes in pages, as does the page of the case', async () => {
    const { case: stuck } = await bot.last('case-raised')
    const all = await bot.look(({ tx }) => tx.raisingsOf(stuck))
    await bot.store.transact({ at: bot.clock.now() }, async (tx) => {
      for (const by of Array.from({ length: 39 }, (_, at) => bot.partnership.people[at % 9]?.id))
        for (const one of all) await tx.saveRaising({ ...one, ...(by && { by }), id: randomUUID() as RaisingId })
    })

    for (const ask of [
      { ask: 'open-run-sheet', meeting },
      { ask: 'open-case', case: stuck },
    ] as const) {
      const drawn: string[] = []
      for (let page = 1; page < 99; page += 1) {
        const shown = await bot.ask('chair', { ...ask, page })
        if (shown.kind !== 'reading') throw new Error('no reading')
        for (const platform of [slackDrawing, teamsDrawing, webDrawing]) {
          const view = platform.render(shown)
          expect(platform.refusedIn(view)).toEqual([])
          drawn.push(platform.read(view))
        }
        if (shown.buttons[0]?.label !== 'Next page') break
      }
      expect(drawn.length).toBeGreaterThan(3)
      expect(drawn.join('').split('Two meetings with the family finding team')).toHaveLength(3 * 40 + 1)
    }
  })

  it.each(['social-worker', 'iro', 'health-lead', 'practitioner', 'team-manager'])(
    'is for nobody else: not for the %s',
    async (who) => {
      expect(await bot.ask(who, { ask: 'open-run-sheet', meeting })).toMatchObject({ reason: 'not-for-you' })
    },
  )
})

describe('the record', () => {
  it('keeps who came, and no word of the reflection in any fact or message', async () => {
    went(await record())
    await bot.deliver()

    expect(await bot.last('meeting-recorded')).toMatchObject({ attended: ['chair', 'social-worker', 'health-lead'] })
    expect(JSON.stringify([await bot.said(), await bot.facts()])).not.toContain('another was on it')
  })

  it('takes who came and is not in the case by role alone', async () => {
    went(
      await bot.fillIn('chair', { ask: 'open-record', meeting }, { ...aRecord, cameToo: ['interpreter', 'advocate'] }),
    )

    const again = await bot.ask('chair', { ask: 'open-record', meeting })
    const kept = again.kind === 'form' ? again.values['cameToo']?.map((typed) => typed.reveal()) : again.kind
    expect(kept).toEqual(['advocate', 'interpreter'])
    const shown = await bot.ask('chair', { ask: 'open-reflection', meeting })
    expect(shown.kind === 'reading' && shown.body).toContainEqual({
      block: 'list',
      items: expect.arrayContaining(['An advocate', 'An interpreter']) as string[],
    })
    expect(
      await bot.ask('chair', { ask: 'record-meeting', meeting }, { ...aRecord, cameToo: ['Mrs Smith'] }),
    ).toMatchObject({
      fields: { cameToo: 'Choose from the list.' },
    })
  })

  it('opens again with what was recorded, and can be put right', async () => {
    went(await record())
    const again = await bot.ask('chair', { ask: 'open-record', meeting })

    expect(again.kind === 'form' && again.values['reflection']?.[0]?.reveal()).toBe(aRecord['reflection'])
    went(await record('chair', { reflection: 'Put better.' }))
  })

  it('can be written by a note-taker whom the chair names, who is told', async () => {
    expect(await record('health-lead')).toMatchObject({ reason: 'not-for-you' })
    went(await names())

    expect((await bot.titles('health-lead')).at(-1)).toMatch(/: you are taking the notes$/)
    went(await record('health-lead', { reflection: 'In better words.' }))
    went(await add('health-lead'))
  })

  it('leaves the draft of the summary to the chair', async () => {
    went(await names())
    went(await record())

    expect(await bot.ask('health-lead', { ask: 'open-summary-draft', meeting })).toMatchObject({
      reason: 'not-for-you',
    })
  })

  it.each([
    ['nobody who came', { attended: [] }, 'attended'],
    ['no reflection', { reflection: '' }, 'reflection'],
    ['eleven decisions', { decisions: Array(11).fill('One.').join('\n') }, 'decisions'],
    ['a decision that is too long', { decisions: `Short.\n${'x'.repeat(301)}` }, 'decisions'],
  ])('marks %s', async (_, given, field) => {
    const answer = await record('chair', given)

    expect(Object.keys(answer.kind === 'refusal' ? (answer.fields ?? {}) : {})).toEqual([field])
    expect(await bot.factNames()).not.toContain('meeting-recorded')
  })

  it('waits for a time', async () => {
    await bot.startOver()
    const { meeting: unset } = await offered(bot)

    expect(await bot.ask('chair', { ask: 'open-record', meeting: unset })).toMatchObject({ reason: 'no-time-yet' })
  })
})

describe('ahead of the meeting', () => {
  let starts: string
  beforeEach(async () => {
    await bot.startOver()
    meeting = (await convened(bot)).meeting
    starts = (await bot.last('time-picked')).start
  })

  it.each(['open-record', 'open-add-action'] as const)('"%s" waits for its start, to the minute', async (ask) => {
    await bot.until(new Date(Date.parse(starts) - 60_000).toISOString())
    expect(await bot.ask('chair', { ask, meeting })).toMatchObject({ reason: 'meeting-not-begun' })
    expect(labels(await bot.ask('chair', { ask: 'open-run-sheet', meeting }))).not.toContain('Record the meeting')

    await bot.until(starts)
    expect(await bot.ask('chair', { ask, meeting })).toMatchObject({ kind: 'form' })
  })

  it('a form that was drawn for it saves nothing', async () => {
    expect(await bot.ask('chair', { ask: 'record-meeting', meeting }, { danger: 'no' })).toMatchObject({
      reason: 'meeting-not-begun',
    })
    expect(await bot.factNames()).not.toContain('meeting-recorded')
  })

  it('names its note-taker, who can record from its start and is told then with the press', async () => {
    went(await names())
    await bot.deliver()
    const early = await lastCard('health-lead')
    expect(early.title).toMatch(/: you are taking the notes$/)
    expect(JSON.stringify(early.body)).toContain(`from its start, on ${instantInWords(new Date(starts))}`)
    expect(early.buttons.map(({ label }) => label)).toEqual(['Open the case'])

    await bot.until(starts)
    await bot.ring()
    await bot.deliver()
    expect((await lastCard('health-lead')).buttons.map(({ label }) => label)).toEqual([
      'Record the meeting',
      'Add an action',
    ])
  })

  it('says nothing at the start to a note-taker who has left', async () => {
    await bot.startOver()
    meeting = (await convened(bot)).meeting
    const starts = (await bot.last('time-picked')).start
    went(await names())
    bot.applies(without(bot.inForce(), 'health-lead'))
    await bot.until(starts)

    expect((await bot.said()).filter(({ key }) => key.startsWith('notes-opens-'))).toEqual([])
  })

  it('names nobody twice, not the chair, and another in their place', async () => {
    went(await names())
    expect(await names()).toMatchObject({ reason: 'already-done' })
    const form = await bot.ask('chair', { ask: 'open-note-taker', meeting })
    const field = form.kind === 'form' ? form.fields['noteTaker'] : undefined
    expect(field?.field === 'choice' && field.options.map(({ value }) => value)).not.toContain('chair')
    went(await names('school-lead'))

    expect(await bot.last('note-taker-named')).toMatchObject({ from: 'health-lead', to: 'school-lead' })
  })

  it('has no note-taker before it has a time', async () => {
    await bot.startOver()
    const { meeting: unset } = await offered(bot)

    expect(await bot.ask('chair', { ask: 'open-note-taker', meeting: unset })).toMatchObject({ reason: 'no-time-yet' })
  })
})

describe('actions', () => {
  it('are proposed one by one, each with an owner, a day and how it is known to be done', async () => {
    went(await add())

    expect(await bot.last('action-proposed')).toMatchObject({ owner: 'health-lead', due: '2026-10-09', meeting })
    const next = await bot.ask('chair', { ask: 'open-add-action', meeting })
    expect(next.kind === 'form' && JSON.stringify(next.intro)).toContain('1. Hanna Oyelaran, by Friday 9 October 2026')
  })

  it('can be agreed by those of the meeting and by the leads of their agencies', async () => {
    const form = await bot.ask('chair', { ask: 'open-add-action', meeting })
    const field = form.kind === 'form' ? form.fields['owner'] : undefined

    expect(field?.field === 'choice' && field.options.map(({ value }) => value).toSorted()).toEqual([
      ...['challenge chair', 'challenge iro', 'early-review chair', 'early-review iro'],
      ...['health-lead', 'practitioner', 'school-lead'],
      ...['see-child chair', 'see-child iro', 'social-worker', 'team-manager'],
    ])
  })

  it('are given to those who judge for three things alone, which is shown with them', async () => {
    expect(await add('chair', { owner: 'iro' })).toMatchObject({ fields: { owner: onlyTheseKinds } })
    went(await add('chair', { owner: 'see-child iro' }))
    went(await record())
    went(await bot.fillIn('chair', { ask: 'open-summary-draft', meeting }, { danger: 'no' }))

    const { action, owner } = await bot.last('action-promised')
    expect(owner).toBe('iro')
    const page = await bot.ask('iro', { ask: 'open-action', action })
    expect(JSON.stringify(page)).toContain('["Kind","See the child"]')
  })

  it('cannot be agreed for somebody who judges by the time that they are approved', async () => {
    went(await add())
    went(await record())
    await bot.db.updateTable('cases').set({ iro: 'health-lead' }).execute()

    const answer = await bot.fillIn('chair', { ask: 'open-summary-draft', meeting }, { danger: 'no' })
    expect(Object.values(answer.kind === 'refusal' ? (answer.fields ?? {}) : {})).toEqual([
      expect.stringContaining(onlyTheseKinds),
    ])
  })

  it.each([
    ['a day that is past', { due: '2026-09-09' }, 'due'],
    ['an owner who is not there', { owner: 'police-lead' }, 'owner'],
    ['no way to know', { know: '' }, 'know'],
  ])('mark %s', async (_, given, field) => {
    const answer = await add('chair', given)
    expect(Object.keys(answer.kind === 'refusal' ? (answer.fields ?? {}) : {})).toEqual([field])
  })

  it('are fifteen at most', async () => {
    for (let count = 0; count < 15; count++) went(await add())

    expect(await add()).toMatchObject({ reason: 'too-many-actions' })
  })
})
