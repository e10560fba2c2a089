/** Every form with free text, whatever opens it: it says that nobody watches, asks of danger, and stops where it must. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Form } from '../../src/display/form.ts'
import type { Ask } from '../../src/vocabulary.ts'
import { Ask as AnyAsk, OpeningAsk } from '../../src/vocabulary.ts'
import { allegation, demonstration, risk } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { reach, type Ids } from '../support/reach.ts'

type Opens = readonly [by: string, name: Ask['ask']]

const stages: readonly (readonly [keyof typeof reach, readonly Opens[]])[] = [
  [
    'unconfirmed',
    [
      ['practitioner', 'open-raise-case'],
      ['police-lead', 'open-raise-case'],
      ['social-worker', 'open-confirm-case'],
      ['social-worker', 'open-close-case'],
      ['chair', 'open-match-raising'],
      ['chair', 'open-not-in-care'],
      ['school-lead', 'open-add-to-raising'],
      ['school-lead', 'open-withdraw-raising'],
    ],
  ],
  [
    'asking',
    [
      ['health-lead', 'open-input'],
      ['social-worker', 'open-ask-another'],
      ['chair', 'open-close-case'],
    ],
  ],
  ['proposed', [['iro', 'open-answer-closing']]],
  ['closed', [['practitioner', 'open-object']]],
  ['objected', [['iro', 'open-answer-objection']]],
  [
    'challenged',
    [
      ['team-manager', 'open-answer-challenge'],
      ['iro', 'open-move-challenge'],
      ['iro', 'open-end-challenge'],
    ],
  ],
  [
    'held',
    [
      ['chair', 'open-record'],
      ['health-lead', 'open-record'],
      ['chair', 'open-add-action'],
      ['health-lead', 'open-correct-action'],
      ['chair', 'open-summary-draft'],
    ],
  ],
  [
    'followed',
    [
      ['health-lead', 'open-complete-action'],
      ['health-lead', 'open-move-action'],
      ['health-lead', 'open-hand-over-action'],
      ['social-worker', 'open-record-duty'],
      ['social-worker', 'open-pass-duty'],
      ['social-worker', 'open-take-back-review'],
      ['iro', 'open-raise-challenge'],
    ],
  ],
]

/** An identifier, a date, a link, another owner: nobody is asked there whether it tells of danger. */
const asksNothing: readonly Ask['ask'][] = [
  'open-match-raising',
  'open-correct-action',
  'open-move-action',
  'open-hand-over-action',
  'open-pass-duty',
  'open-meeting-link',
]
const asking = (forms: readonly Opens[]): readonly Opens[] => forms.filter(([, name]) => !asksNothing.includes(name))

/** It is the record of a report itself: asking there whether to report would go round in a circle. */
const theReportItself = 'open-report-concern'

const { designatedOfficer, ...others } = demonstration.urgent
const hasWords = ({ fields }: Form) => Object.values(fields).some(({ field }) => field === 'words')

describe.each(stages)('while %s', (stage, forms) => {
  let bot: Bot
  let ids: Ids
  beforeAll(async () => {
    bot = await startBot()
    ids = await reach[stage](bot)
    const children = await bot.db.selectFrom('children').select('id').execute()
    for (const { id: child } of children)
      await bot.db.insertInto('reviews_held').values({ child, held_on: '2026-08-03' }).execute()
  })
  afterAll(() => bot.close())

  const asked = (name: string): Ask => AnyAsk.parse({ ask: name, ...ids })

  async function opened(by: string, name: string): Promise<Form> {
    const form = await bot.ask(by, asked(name))
    if (form.kind !== 'form') throw new Error(`${name} opens ${JSON.stringify(form)} for the ${by}`)
    return form
  }

  const state = async () => [await bot.facts(), await bot.said(), await bot.wakes()] as const

  it.each(forms)('the %s, at %s, is told first that nobody watches, and whom to call', async (by, name) => {
    const { intro, outro, fields } = await opened(by, name)

    expect(intro.slice(0, 2)).toMatchObject([
      { block: 'text', text: 'Nobody watches this form. It is not a referral.' },
      { block: 'numbers', lines: [...Object.values(others), designatedOfficer] },
    ])
    if (asksNothing.includes(asked(name).ask)) expect(fields).not.toHaveProperty('danger')
    else {
      expect(fields['danger']).toMatchObject({ field: 'choice' })
      expect(fields['danger']).not.toHaveProperty('optional')
    }
    expect(outro.at(-1)).toEqual({ block: 'text', text: 'The child may read this one day.' })
  })

  it.each(asking(forms))(
    'the %s, at %s, is stopped by an allegation, and nobody at all hears of it',
    async (by, name) => {
      const { submit } = await opened(by, name)
      const before = await state()

      const answer = await bot.ask(by, submit.ask, { ...allegation, tried: 'Mr Q hit her.', why: 'Mr Q hit her.' })

      expect(answer).toMatchObject({ kind: 'form', submit: { ask: { ask: submit.ask.ask } } })
      expect(JSON.stringify(answer)).toContain(designatedOfficer)
      expect(await state()).toEqual(before)
    },
  )

  it.each(asking(forms))('the %s, at %s, is stopped by a risk, with every other field empty', async (by, name) => {
    const { submit } = await opened(by, name)
    const [facts, said] = await state()

    const answer = await bot.ask(by, submit.ask, { ...risk, evidence: 'She was hit.' })

    expect(answer.kind).toBe('form')
    const [heading, whom] = answer.kind === 'form' ? answer.intro : []
    expect(heading).toEqual({ block: 'heading', text: 'Phone now' })
    expect(whom).toEqual({ block: 'numbers', lines: Object.values(others) })
    const [laterFacts, laterSaid] = await state()
    const names = laterFacts.slice(facts.length).map(({ fact }) => fact)
    expect(names.filter((fact) => fact !== 'risk-unreported')).toEqual([])
    for (const { urgent, card } of laterSaid.slice(said.length)) {
      expect(urgent).toBe(true)
      expect(JSON.stringify(card)).not.toContain('hit')
    }
    expect((await bot.said()).some(({ urgent }) => urgent)).toBe(true)
  })

  it('the numbers are one line with the first of them, and stand open above a form that stops for danger', async () => {
    const [by, name] = forms[0] ?? ['', '']
    const foldedIn = ({ intro }: Form) => intro.flatMap((part) => (part.block === 'numbers' ? [part.folded] : []))

    const form = await opened(by, name)
    expect(foldedIn(form)).toEqual([true])
    const answer = await bot.ask(by, form.submit.ask, { ...risk })
    expect(answer.kind === 'form' && foldedIn(answer)).toEqual([undefined, true])
  })

  it('no other form with free text can be opened by anybody', async () => {
    const known = [theReportItself, ...stages.flatMap(([, all]) => all.map(([, name]) => name))]
    const unknown = OpeningAsk.options.map(({ shape }) => shape.ask.value).filter((name) => !known.includes(name))
    for (const name of unknown) {
      const read = AnyAsk.safeParse({ ask: name, ...ids })
      for (const { id } of read.success ? demonstration.people : []) {
        const answer = await bot.ask(id, asked(name))
        expect([name, id, answer.kind === 'form' && hasWords(answer)]).toEqual([name, id, false])
      }
    }
  })
})
