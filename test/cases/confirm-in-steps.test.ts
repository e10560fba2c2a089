/** The form that confirms a case, as every door asks it: in three steps, each kept for its person until the last. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDrafts } from '../../adapters/postgres/drafts.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { answerInSteps } from '../../bin/wiring/answer-in-steps.ts'
import type { Answer } from '../../src/display/answer.ts'
import type { Form } from '../../src/display/form.ts'
import { PersonId } from '../../src/ids.ts'
import type { AnswerAsk } from '../../src/ports/answer-ask.ts'
import type { Drafts } from '../../src/ports/drafts.ts'
import type { Ask } from '../../src/vocabulary.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { formOf, type Given } from '../support/builders.ts'
import { raised, went } from '../support/stages.ts'

let bot: Bot
let drafts: Drafts
let answer: AnswerAsk
let stuck: Awaited<ReturnType<typeof raised>>
beforeAll(async () => (bot = await startBot()))
afterAll(() => bot.close())
beforeEach(async () => {
  await bot.startOver()
  stuck = await raised(bot)
  drafts = createDrafts(bot.db, { clock: bot.clock, seals: sealsOf(createVault('5e'.repeat(32))) })
  await bot.db.deleteFrom('drafts').execute()
  answer = answerInSteps(bot.answer, drafts)
})

const by = PersonId.parse('social-worker')
const open = async (step?: number, who = by): Promise<Answer> =>
  answer({ ask: { ask: 'open-confirm-case', case: stuck, ...(step && { step }) }, by: who })

function asForm(answered: Answer): Form {
  if (answered.kind !== 'form') throw new Error(JSON.stringify(answered))
  return answered
}

/** As it is drawn, with these answers in it. */
const sends = (form: Form, given: Given = {}, ask: Ask = form.submit.ask, once?: string): Promise<Answer> =>
  answer({ ask, by, form: { ...form.values, ...formOf(given) }, ...(once && { once }) })

const backOf = ({ step }: Form): Ask => {
  if (!step?.back) throw new Error('no way back')
  return step.back
}

const [who, family, child] = [
  { chair: 'chair', danger: 'no' },
  { parents: 'told', childTold: 'told', basis: 'public-task' },
  { name: 'Kayleigh Marsden' },
] as const

const toLast = async (): Promise<Form> => asForm(await sends(asForm(await sends(asForm(await open()), who)), family))

describe('three steps', () => {
  it('say which one it is, and what the next is about', async () => {
    const one = asForm(await open())
    const two = asForm(await sends(one, who))
    const three = asForm(await sends(two, family))

    expect([one, two, three].map(({ title }) => title)).toEqual([
      'Confirm the case, 1 of 3',
      'Confirm the case, 2 of 3',
      'Confirm the case, 3 of 3',
    ])
    expect([one, two, three].map(({ submit }) => submit.label)).toEqual([
      'Next: family and why',
      'Next: who the child is',
      'Confirm and ask them',
    ])
    expect(one.step?.back).toBeUndefined()
    expect(Object.keys(one.fields)).toEqual(expect.arrayContaining(['agencies', 'chair', 'inputsClose', 'danger']))
    expect(Object.keys(two.fields)).toEqual(expect.arrayContaining(['parents', 'basis', 'danger']))
    expect(Object.keys(three.fields)).toEqual(expect.arrayContaining(['name', 'born', 'danger']))
  })

  it('change nothing before the last, which confirms the case as one', async () => {
    const before = await bot.facts()
    const three = await toLast()
    expect(await bot.facts()).toEqual(before)

    went(await sends(three, child))
    expect(await bot.last('case-confirmed')).toMatchObject({ chair: 'chair', parents: 'told' })
    expect(await bot.db.selectFrom('drafts').selectAll().execute()).toEqual([])
  })

  it('ask why of those alone who were chosen in the first', async () => {
    const one = asForm(await open())
    const two = asForm(await sends(one, { ...who, agencies: ['larkshire-police'] }))
    const whys = Object.entries(two.fields).filter(([name]) => name.startsWith('why'))

    expect(whys.map(([name]) => name)).toEqual(['why-larkshire-police'])
    expect(whys[0]?.[1].when).toBeUndefined()
    expect(await sends(two, { ...family, 'why-larkshire-police': ' ' })).toMatchObject({
      kind: 'refusal',
      fields: { 'why-larkshire-police': 'Say why they need to know, or do not ask them.' },
    })
  })

  it('say what is wrong in a step before the next is asked', async () => {
    const one = asForm(await open())
    const answered = await sends(one, { ...who, agencies: [] })

    expect(answered).toMatchObject({ reason: 'form-not-complete', fields: { agencies: 'Choose at least one.' } })
    expect(Object.keys((answered as { fields: object }).fields)).toEqual(['agencies'])
  })

  it('are gone back through with what was written, also in the one that was left', async () => {
    const three = await toLast()
    const two = asForm(await sends(three, child, backOf(three)))
    expect(two.title).toContain('2 of 3')
    expect(two.values['parents']?.map((typed) => typed.reveal())).toEqual(['told'])
    const one = asForm(await sends(two, { parents: 'not-found' }, backOf(two)))
    expect(one.values['chair']?.map((typed) => typed.reveal())).toEqual(['chair'])

    const again = asForm(await sends(one))
    expect(again.values['parents']?.map((typed) => typed.reveal())).toEqual(['not-found'])
    const last = asForm(await sends(again, family))
    expect(last.values['name']?.map((typed) => typed.reveal())).toEqual(['Kayleigh Marsden'])
  })

  it('keep a list that was emptied as empty', async () => {
    const one = asForm(await open())
    expect(one.values['released']).toBeDefined()
    const two = asForm(await sends(one, who))
    const back = asForm(await sends(two, {}, backOf(two)))
    const emptied = Object.fromEntries(Object.entries(back.values).filter(([name]) => name !== 'released'))
    const again = asForm(await answer({ ask: back.submit.ask, by, form: emptied }))

    expect(asForm(await sends(again, {}, backOf(again))).values['released']).toBeUndefined()
  })
})

describe('a person who leaves', () => {
  it('finds everything again on that day but the answer about danger, and nobody else does', async () => {
    await toLast()
    const one = asForm(await open())
    expect(one.title).toContain('1 of 3')
    expect(one.values['danger']).toBeUndefined()
    const two = asForm(await sends(one, { danger: 'no' }))
    expect(two.values['basis']?.map((typed) => typed.reveal())).toEqual(['public-task'])
  })

  it('is the only one who finds it', async () => {
    bot.clock.moveTo(new Date('2026-09-08T09:30:00Z'))
    await toLast()
    const theirs = asForm(await open(2, PersonId.parse('chair')))

    expect(theirs.values['basis']).toBeUndefined()
  })

  it('finds nothing of it after a day, and is led to the first step that lacks something', async () => {
    const three = await toLast()
    bot.clock.moveTo(new Date(bot.clock.now().getTime() + 25 * 3_600_000))
    const one = asForm(await sends(three, child))

    expect(one.title).toContain('1 of 3')
    expect(one.step?.wrong).toMatchObject({ agencies: 'Choose at least one.' })
    expect(await bot.factNames()).not.toContain('case-confirmed')
  })

  it('leaves sealed words alone', async () => {
    const two = asForm(await sends(asForm(await open()), { ...who, agencies: ['larkshire-police'] }))
    await sends(two, { ...family, 'why-larkshire-police': 'Zebedee ran' })
    const rows = await bot.db.selectFrom('drafts').selectAll().execute()

    expect(rows.length).toBe(1)
    expect(rows.map(({ words }) => Buffer.from(words).toString('latin1')).join()).not.toContain('Zebedee')
  })
})

it('a danger is told from any step, without what the others ask', async () => {
  for (const step of [1, 2, 3]) {
    const form = asForm(await open(step))
    const stopped = asForm(await sends(form, { danger: 'risk-unreported' }))
    expect(stopped.title).toContain(`${step} of 3`)
    expect(stopped.intro[0]).toMatchObject({ block: 'heading', text: 'Phone now' })
    expect(stopped.values['danger']).toBeUndefined()
    expect(asForm(await open(step === 1 ? 2 : 1)).values['danger']).toBeUndefined()
  }
  expect((await bot.factNames()).filter((name) => name === 'risk-unreported')).toHaveLength(1)
})

it('the last step that is sent twice confirms once, and gives the same answer', async () => {
  const three = await toLast()
  const once = '0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a10'
  const first = await sends(three, child, three.submit.ask, once)
  went(first)

  expect(await sends(three, child, three.submit.ask, once)).toEqual(first)
})

it('somebody who may not confirm it, or no longer can, hears so at any step', async () => {
  expect(await open(2, PersonId.parse('police-lead'))).toMatchObject({ kind: 'refusal' })
  const two = asForm(await sends(asForm(await open()), who))
  went(await sends(await toLast(), child))

  expect(await sends(two, family)).toMatchObject({ reason: 'already-done' })
})

it('a form that was sent whole, from before there were steps, is taken', async () => {
  const whole = asForm(await bot.answer({ ask: { ask: 'open-confirm-case', case: stuck }, by }))
  went(await sends(whole, { ...who, ...family, ...child }))
})
