import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PersonId, type ActionId, type MeetingId } from '../../src/ids.ts'
import { aProposal, formOf } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { without } from '../support/leaving.ts'
import { convened, recorded, went } from '../support/stages.ts'

let bot: Bot
let meeting: MeetingId
let action: ActionId
beforeAll(async () => (bot = await startBot()))
beforeEach(async () => {
  await bot.startOver()
  meeting = (await recorded(bot)).meeting
  action = (await bot.last('action-proposed')).action
})
afterAll(() => bot.close())

const draft = () => ({ ask: 'open-summary-draft', meeting }) as const
const approve = (given = {}, by = 'chair') => bot.fillIn(by, draft(), { danger: 'no', ...given })
const posted = async () => (await bot.said()).filter(({ card }) => card.title.endsWith(': what was agreed'))

describe('the draft', () => {
  it('holds each decision and each action on a line of its own', async () => {
    const form = await bot.ask('chair', draft())
    if (form.kind !== 'form') throw new Error('no draft')

    const lines = Object.entries(form.fields).map(([name, { label }]) => [label, form.values[name]?.[0]?.reveal()])
    expect(lines.slice(0, 4)).toEqual([
      ['Next step 1', 'The plan is long-term fostering with the present carers.'],
      ['Next step 2', 'The panel meets in October.'],
      ['Action 1: Hanna Oyelaran, by Friday 9 October 2026', aProposal['what']],
      ['Action 1: how we will know', aProposal['know']],
    ])
  })

  it('waits for the record', async () => {
    await bot.startOver()
    const { meeting: unrecorded } = await convened(bot)

    expect(await bot.ask('chair', { ask: 'open-summary-draft', meeting: unrecorded })).toMatchObject({
      reason: 'not-recorded-yet',
    })
  })

  it.each(['social-worker', 'iro', 'health-lead', 'practitioner'])('is not for the %s', async (who) => {
    expect(await bot.ask(who, draft())).toMatchObject({ reason: 'not-for-you' })
    expect(await bot.ask(who, { ask: 'approve-summary', meeting }, { danger: 'no' })).toMatchObject({
      reason: 'not-for-you',
    })
  })
})

it('holds an owner who has left to the agency that they worked for', async () => {
  bot.applies(without(bot.partnership, 'health-lead'))
  went(await approve())

  const { agency } = await bot.db
    .selectFrom('actions')
    .select('agency')
    .where('id', '=', action)
    .executeTakeFirstOrThrow()
  expect(agency).toBe('larkshire-nhs-trust')
})

describe('the content guard', () => {
  it.each([
    ['the name of the child', 'Kayleigh stays with her carers.', 'a name of the child'],
    ['a part of the name, in small letters', 'marsden family to be told', 'a name of the child'],
    ['a postcode', 'Home visit at LS1 4AP.', 'a postcode'],
    ['the date of birth', 'She was born on 21 May 2014.', 'what may be a date of birth'],
    ['an NHS number', 'Use 943 476 5919 at the clinic.', 'an NHS number'],
    ['a phone number', 'Call 07700 900123.', 'a phone number'],
    ['the identifier of the authority', 'See file LK104.', 'an identifier of the child'],
  ])('holds back %s, at the line that has it', async (_, line, found) => {
    const before = await bot.facts()

    const answer = await approve({ 'decision-1': line })

    expect(answer).toMatchObject({ kind: 'refusal', reason: 'form-not-complete' })
    const fields = answer.kind === 'refusal' ? (answer.fields ?? {}) : {}
    expect(Object.keys(fields)).toEqual(['decision-1'])
    expect(fields['decision-1']).toContain(found)
    expect(fields['decision-1']).not.toContain(line)
    expect(await bot.facts()).toEqual(before)
    expect(await posted()).toEqual([])
  })

  it('reads actions as well, and how they are known to be done', async () => {
    const answer = await approve({ [`what-${action}`]: 'Ring Kayleigh', [`know-${action}`]: 'Marsden has rung back' })

    expect(Object.keys(answer.kind === 'refusal' ? (answer.fields ?? {}) : {})).toEqual([
      `what-${action}`,
      `know-${action}`,
    ])
  })
})

describe('once the chair approves', () => {
  it('everybody is told what was agreed, by whom and by when', async () => {
    went(await approve({ 'decision-1': '' }))

    expect((await posted()).map(({ to }) => to).toSorted()).toEqual([
      'chair',
      'health-lead',
      'iro',
      'practitioner',
      'school-lead',
      'social-worker',
    ])
    expect((await posted())[0]?.card.body.slice(0, 4)).toEqual([
      { block: 'text', text: "Agreed next steps for the child's plan:" },
      { block: 'list', items: ['The plan is long-term fostering with the present carers.'] },
      { block: 'text', text: 'Actions:' },
      {
        block: 'list',
        items: [
          'Hanna Oyelaran, by Friday 9 October 2026: Send the report to the panel (how we will know: The panel has confirmed that it came)',
        ],
      },
    ])
  })

  it('who came without a part in the case is told by role', async () => {
    const record = { cameToo: ['foster-carer'], danger: 'no' }
    went(await bot.fillIn('chair', { ask: 'open-record', meeting }, record))
    went(await approve())

    const also = { block: 'list', items: ['A foster carer'] }
    expect((await posted())[0]?.card.body).toContainEqual(also)
    const { case: stuck } = await bot.last('summary-approved')
    const read = await bot.ask('health-lead', { ask: 'open-summary', case: stuck })
    expect(read.kind === 'reading' && read.body).toContainEqual(also)
  })

  it('each action is agreed by its owner, in the words that were approved', async () => {
    went(await approve({ [`what-${action}`]: 'Send the papers' }))

    expect(await bot.last('summary-approved')).toMatchObject({ decisions: 2, actions: [action], by: 'chair' })
    expect(await bot.last('action-promised')).toMatchObject({ action, owner: 'health-lead', due: '2026-10-09' })
    const promise = (await bot.said('health-lead')).find(({ key }) => key === `promised-${action}`)
    expect(JSON.stringify(promise?.card)).toContain('Send the papers')
  })

  it('an action whose line was emptied is not agreed', async () => {
    went(await approve({ [`what-${action}`]: '', [`know-${action}`]: '' }))

    expect(await bot.factNames()).not.toContain('action-promised')
  })

  it('needs how an action is known to be done', async () => {
    expect(await approve({ [`know-${action}`]: '' })).toMatchObject({
      fields: { [`know-${action}`]: 'Say how we will know it is done.' },
    })
  })

  it('hears everything that is wrong at once', async () => {
    const answer = await approve({ 'decision-0': 'Kayleigh stays.', [`know-${action}`]: '', danger: '' })

    expect(Object.keys(answer.kind === 'refusal' ? (answer.fields ?? {}) : {}).toSorted()).toEqual([
      'danger',
      'decision-0',
      `know-${action}`,
    ])
  })

  it('needs one line at least', async () => {
    expect(
      await approve({ 'decision-0': '', 'decision-1': '', [`what-${action}`]: '', [`know-${action}`]: '' }),
    ).toMatchObject({ reason: 'nothing-agreed' })
  })

  it.each([
    ['an action was added', () => bot.fillIn('chair', { ask: 'open-add-action', meeting }, aProposal)],
    [
      'a decision was put differently',
      () => bot.fillIn('chair', { ask: 'open-record', meeting }, { decisions: 'One.\nTwo.', danger: 'no' }),
    ],
  ])('nothing is posted where %s meanwhile', async (_, change) => {
    const form = await bot.ask('chair', draft())
    if (form.kind !== 'form') throw new Error('no draft')
    went(await change())
    const sent = { ...form.values, ...formOf({ danger: 'no' }) }
    const answer = await bot.answer({ ask: form.submit.ask, by: PersonId.parse('chair'), form: sent })

    expect(answer).toMatchObject({ reason: 'record-has-changed' })
    expect(await posted()).toEqual([])
    went(await approve())
  })

  it('it cannot be approved or recorded again', async () => {
    went(await approve())
    const before = await bot.facts()

    expect(await approve()).toMatchObject({ reason: 'summary-already-out' })
    expect(await bot.ask('chair', { ask: 'open-record', meeting })).toMatchObject({ reason: 'summary-already-out' })
    expect(await bot.ask('chair', { ask: 'open-add-action', meeting })).toMatchObject({ reason: 'summary-already-out' })
    expect(await bot.facts()).toEqual(before)
  })

  it('at two presses at the same moment, it is posted once', async () => {
    const both = await Promise.all([approve(), approve()])

    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refusal'])
    expect((await posted()).map(({ to }) => to)).toHaveLength(6)
    expect((await bot.factNames()).filter((fact) => fact === 'action-promised')).toHaveLength(1)
  })
})

/** What a button of the case opens. */
async function opened(who: string, label: string) {
  const { case: stuck } = await bot.last('summary-approved')
  const shown = await bot.ask(who, { ask: 'open-case', case: stuck })
  const button = shown.kind === 'reading' && shown.buttons.find((one) => one.label === label)
  if (!button) throw new Error(`${who} has no button ${label}`)
  return bot.ask(who, button.ask)
}

describe('what can be read afterwards', () => {
  beforeEach(async () => {
    went(await approve())
  })

  it.each(['social-worker', 'iro', 'chair', 'health-lead'])(
    'the %s reads the reflection, and each look is a fact',
    async (who) => {
      const shown = await bot.ask(who, { ask: 'open-reflection', meeting })

      const words =
        shown.kind === 'reading'
          ? shown.body.flatMap((part) => (part.block === 'words' ? [part.words.reveal()] : []))
          : []
      expect(words).toEqual(['Each of us thought that another was on it.'])
      expect(await bot.last('reflection-opened')).toMatchObject({ by: who })
    },
  )

  it.each(['school-lead', 'practitioner', 'police-lead', 'team-manager'])('the %s does not', async (who) => {
    const reason = who === 'team-manager' ? 'is-here-again' : 'not-for-you' // A deputy, whose principal is here.
    expect(await bot.ask(who, { ask: 'open-reflection', meeting })).toMatchObject({ reason })
    expect(await bot.factNames()).not.toContain('reflection-opened')
  })

  it('only those who may read the reflection are offered it', async () => {
    const offered = (await posted()).filter(({ card }) => card.buttons.some(({ ask }) => ask.ask === 'open-reflection'))
    expect(offered.map(({ to }) => to).toSorted()).toEqual(['chair', 'health-lead', 'iro', 'social-worker'])
  })

  it('the raiser reads what was agreed, opened from the case', async () => {
    const shown = await opened('practitioner', 'What was agreed')
    expect(JSON.stringify(shown)).toContain('The panel meets in October.')
  })

  it('the police, who had no part in it, read nothing', async () => {
    expect(
      await bot.ask('police-lead', { ask: 'open-summary', case: (await bot.last('summary-approved')).case }),
    ).toMatchObject({ reason: 'not-for-you' })
  })
})
