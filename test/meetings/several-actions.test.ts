import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { renderForm as renderInSlack } from '../../adapters/slack/draw/render-form.ts'
import { mostActions } from '../../src/display/form-limits.ts'
import { filled } from '../../src/display/form.ts'
import { fields } from '../../src/display/read-form.ts'
import type { MeetingId } from '../../src/ids.ts'
import { againAsked, begunRows, rowsOf } from '../../src/meetings/several-actions.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { aProposal } from '../support/builders.ts'
import { recorded, went } from '../support/stages.ts'

const asked = fields({
  what: { field: 'words', label: 'What?', max: 9, lines: 'one' },
  due: { field: 'day', label: 'By when?' },
})

describe('the same questions for several actions', () => {
  it.each([
    [0, ['Action 2', 'Action 3', 'Action 4', 'Action 5']],
    [10, ['Action 12', 'Action 13', 'Action 14', 'Action 15']],
    [13, ['Action 15']],
    [14, undefined],
    [mostActions, undefined],
  ])('with %i actions there is room for %j', (proposed, labels) => {
    expect(againAsked(asked, proposed).again?.rows.map(({ label }) => label)).toEqual(labels)
  })

  it('may all be left alone, and each says which action it is about', () => {
    const drawn = againAsked(asked, 2).fields
    expect(Object.keys(drawn).slice(0, 4)).toEqual(['what', 'due', 'what-2', 'due-2'])
    expect(drawn['due-2']).toMatchObject({ label: 'Action 4: by when?', optional: 'as-asked' })
    expect(drawn['what']).not.toHaveProperty('optional')
  })

  it.each([
    ['nothing', {}, [0]],
    ['a day in the third', { what: ['x'], 'due-3': ['2026-10-09'] }, [0, 2]],
    ['blanks alone', { 'what-2': ['  '] }, [0]],
  ])('with %s written, %j, rows %j have to be whole', (_, sent, rows) => {
    const values = Object.fromEntries(Object.entries(sent).map(([name, given]) => [name, filled(...given)]))
    expect(begunRows(asked, values)).toEqual(rows)
  })

  it('are needed in a row that was begun', () => {
    expect(rowsOf(asked, [0, 2])).toEqual({ ...asked, 'what-3': asked.what, 'due-3': asked.due })
  })
})

describe('in a meeting', () => {
  let bot: Bot
  let meeting: MeetingId
  beforeAll(async () => (bot = await startBot()))
  beforeEach(async () => {
    await bot.startOver()
    meeting = (await recorded(bot, {}, {}, 'health-lead')).meeting
  })
  afterAll(() => bot.close())

  const proposals = () => bot.look(({ tx }) => tx.proposalsOf(meeting))
  const add = (given: object) => bot.fillIn('chair', { ask: 'open-add-action', meeting }, { ...aProposal, ...given })
  const draft = () => bot.ask('chair', { ask: 'open-summary-draft', meeting })
  const correct = async (by: string, given: object) => {
    const { action } = await bot.last('action-proposed')
    return bot.fillIn(by, { ask: 'open-correct-action', meeting, action }, { ...given })
  }
  const second = { 'what-2': 'Ask the school', 'owner-2': 'see-child iro', 'due-2': '2026-10-12', 'know-2': 'It says.' }

  it('two are added at once, each with its own owner, day and words', async () => {
    const before = (await proposals()).length
    expect(await add(second)).toMatchObject({ says: '2 actions added. Add another, or draft the summary.' })

    const added = (await proposals()).slice(before)
    expect(added.map(({ owner, kind, due }) => [owner, kind, due])).toEqual([
      ['health-lead', undefined, '2026-10-09'],
      ['iro', 'see-child', '2026-10-12'],
    ])
    expect(added[1]?.words.map(({ name, question, words }) => [name, question, words.reveal()])).toEqual([
      ['what', 'What will be done?', 'Ask the school'],
      ['know', 'How will we know it is done?', 'It says.'],
    ])
  })

  it('one that lacks something holds all back, and says what', async () => {
    const before = await proposals()
    expect(await add({ ...second, 'due-2': '' })).toMatchObject({ fields: { 'due-2': 'Give a date.' } })
    expect(await proposals()).toEqual(before)
  })

  it('more than there is room for are not cut', async () => {
    for (let count = (await proposals()).length; count < mostActions - 1; count++) went(await add({}))
    expect(await bot.ask('chair', { ask: 'add-action', meeting }, { ...aProposal, ...second })).toMatchObject({
      reason: 'too-many-actions',
    })
    expect(await add({})).toMatchObject({ says: 'Added. Now draft the summary.', next: [{}, {}] })
  })

  it('a chat draws one of them, and offers another once it is sent', async () => {
    const form = await bot.ask('chair', { ask: 'open-add-action', meeting })
    if (form.kind !== 'form') throw new Error('no form')
    const names = renderInSlack(form, 'once').blocks.flatMap((block) => block.block_id ?? [])
    expect(names.filter((name) => name.startsWith('what'))).toEqual(['what'])
    const added = await add({})
    expect(added.kind === 'done' && added.next?.map(({ label }) => label)).toEqual([
      ...['Add another', 'Draft the summary', 'Correct an action'],
    ])
  })

  it('the note-taker corrects an owner and a day, on record, and the draft has both', async () => {
    went(await correct('health-lead', { owner: 'social-worker', due: '2026-10-19' }))

    expect(await bot.last('action-corrected')).toMatchObject({
      ...{ by: 'health-lead', from: 'health-lead', fromDue: '2026-10-09' },
      ...{ owner: 'social-worker', due: '2026-10-19' },
    })
    const shown = await draft()
    expect(JSON.stringify(shown.kind === 'form' && shown.fields)).toContain('Samira Holt, by Monday 19 October 2026')
    went(await bot.fillIn('chair', { ask: 'open-summary-draft', meeting }, { danger: 'no' }))
    expect(await bot.last('action-promised')).toMatchObject({ owner: 'social-worker', due: '2026-10-19' })
  })

  it('a draft that was drawn before is drawn again', async () => {
    const shown = await draft()
    if (shown.kind !== 'form') throw new Error('no draft')
    went(await correct('chair', { due: '2026-10-19' }))
    expect(await bot.ask('chair', shown.submit.ask, { danger: 'no' })).toMatchObject({ reason: 'record-has-changed' })
  })

  it('nothing is corrected twice the same, by anybody else, or once it is posted', async () => {
    expect(await correct('chair', {})).toMatchObject({ reason: 'already-done' })
    expect(await correct('social-worker', { due: '2026-10-19' })).toMatchObject({ reason: 'not-for-you' })
    went(await bot.fillIn('chair', { ask: 'open-summary-draft', meeting }, { danger: 'no' }))
    expect(await correct('chair', { due: '2026-10-19' })).toMatchObject({ reason: 'summary-already-out' })
    expect(await bot.factNames()).not.toContain('action-corrected')
  })
})
