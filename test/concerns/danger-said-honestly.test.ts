/** What the writer of a concern and those who are told of it read, and what they can do with it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Card } from '../../src/display/card.ts'
import type { Answer } from '../../src/display/answer.ts'
import { aConfirmation, allegation, aRaising, reported, risk } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking, convened, raised, requestTo, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ children: [{}, { identifier: 'LK105' }] })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const both = { danger: 'both-unreported' }
const raise = (by: string, given: object) => bot.ask(by, { ask: 'raise-case' }, { ...aRaising, ...given })
const concern = async () => (await bot.last('risk-unreported')).concern
const labels = ({ buttons }: Card) => buttons.map(({ label }) => label)
const shown = (answer: Answer) => JSON.stringify('intro' in answer ? answer.intro : answer)

async function cardTo(who: string, title: RegExp): Promise<Card> {
  const found = (await bot.said(who)).findLast(({ card }) => title.test(card.title))
  if (!found) throw new Error(`${who} was told nothing like ${title.source}`)
  return found.card
}

describe('the writer of a concern', () => {
  it('reads whom to phone, that nothing was kept, and who has been told of what', async () => {
    const form = await raise('practitioner', risk)
    const [heading, numbers, text] = form.kind === 'form' ? form.intro : []

    expect(heading).toEqual({ block: 'heading', text: 'Phone now' })
    expect(numbers).toMatchObject({
      block: 'numbers',
      lines: [/999/, /960101/, /960102/].map((number) => expect.stringMatching(number) as unknown),
    })
    expect(text?.block === 'text' && text.text).toContain(
      'Your words were not sent, and nobody else can read them. They are still in this form. We have told Samira Holt (social worker) and ' +
        'Imogen Rooke (IRO) that you have a concern to report about this child, and that it is not reported yet.',
    )
  })

  it('has a card on which to say that it was reported, or pressed by mistake', async () => {
    await raise('practitioner', risk)
    const card = await cardTo('practitioner', /you have a concern to report/)

    expect(card.urgent).toBe(true)
    expect(labels(card)).toEqual(['I have reported it', 'I pressed this by mistake'])
    expect(JSON.stringify([card.title, card.body])).not.toMatch(/LK104|Samira|[A-Z0-9]{3}-[A-Z0-9]{3}/)
  })

  it('is asked once whether it was a mistake, and then everybody who was told is told so', async () => {
    await raise('practitioner', risk)
    await bot.until('2026-09-07T10:05:00Z')
    const id = await concern()
    const question = await bot.ask('practitioner', { ask: 'open-take-back-concern', concern: id })
    expect(question).toMatchObject({ kind: 'reading', buttons: [{ ask: { ask: 'take-back-concern' } }] })
    expect(await bot.factNames()).not.toContain('risk-taken-back')

    went(await bot.ask('practitioner', { ask: 'take-back-concern', concern: id }))
    await bot.until('2026-09-09T10:00:00Z')

    expect(await bot.last('risk-taken-back')).toMatchObject({ concern: id, by: 'practitioner' })
    for (const who of ['social-worker', 'iro', 'team-manager', 'deputy-social-worker']) {
      const told = JSON.stringify(await cardTo(who, /was taken back/))
      expect(told).toContain('Robin Ashdown took it back on Monday 7')
      expect(told).toContain('If you are not sure, speak to them.')
    }
    expect((await bot.said('chair')).filter(({ urgent }) => urgent)).toEqual([])
    expect(await bot.ask('iro', { ask: 'open-report-concern', concern: id })).toMatchObject({ reason: 'already-done' })
  })

  it('outside the authority is told by whom it was reported no more closely than by the authority', async () => {
    await raise('police-lead', risk)
    await bot.deliver()
    went(await bot.fillIn('iro', { ask: 'open-report-concern', concern: await concern() }, reported))

    const card = JSON.stringify(await cardTo('police-lead', /that you told of is reported/))
    expect(card).toContain('Larkshire Council reported it')
    expect(card).not.toContain('Imogen')
  })

  it('of an allegation reads every number, since the child may be at risk too, and nobody is told', async () => {
    const form = await raise('practitioner', allegation)

    for (const number of ['999', '960101', '960102', '960103']) expect(shown(form)).toContain(number)
    expect(shown(form)).toContain('Nobody was told from here.')
    expect(await bot.said()).toEqual([])
  })

  it('of both reads every number, and the IRO and the lead are told: the social worker may be the worker', async () => {
    const form = await raise('practitioner', both)

    for (const number of ['999', '960101', '960102', '960103']) expect(shown(form)).toContain(number)
    expect((await bot.said()).map(({ to }) => to)).toEqual(['iro', 'team-manager', 'practitioner'])
    expect(JSON.stringify(await bot.said())).not.toContain('allegation')
    const id = await concern()
    expect(await bot.ask('social-worker', { ask: 'open-report-concern', concern: id })).toMatchObject({
      reason: 'not-for-you',
    })
  })
})

describe('the card to social worker and IRO', () => {
  it('says which child by reference, who wrote it, their agency and their number, and looks like no other', async () => {
    await raise('school-lead', risk)
    const { ref } = await bot.db
      .selectFrom('children')
      .select('ref')
      .where('social_worker', '=', 'social-worker')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const card = await cardTo('social-worker', /^Urgent: a child may be at risk/)
    const body = JSON.stringify(card)

    expect(card.urgent).toBe(true)
    expect(card.title).toMatch(/\([A-Z0-9]{3}-[A-Z0-9]{3}\)$/)
    expect(ref).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/)
    expect(body).toContain('On Monday 7 September 2026, 10:30 Selwyn Marsh said that a child may be at risk of harm')
    expect(body).toContain('["Agency","Hazel School"]')
    expect(body).toContain('["Phone","Not in the partnership')
    expect(labels(card)).toEqual(['Record the report', 'Which child?'])
    expect(body).not.toContain('LK104')
  })

  it('bears the reference of the case, once there is one', async () => {
    const all = await asking(bot)
    await bot.fillIn('school-lead', { ask: 'open-input', request: requestTo(all, 'hazel-school') }, risk)
    const { ref } = await bot.db.selectFrom('cases').select('ref').executeTakeFirstOrThrow()

    expect((await cardTo('iro', /^Urgent/)).title).toContain(`(${ref})`)
  })

  it('opens which child it is for those who were told, on record each time', async () => {
    const all = await asking(bot)
    await bot.fillIn('school-lead', { ask: 'open-input', request: requestTo(all, 'hazel-school') }, risk)
    const looking = { ask: 'open-concern-child', concern: await concern() } as const

    const reading = JSON.stringify(await bot.ask('iro', looking))
    expect(reading).toContain('Which child?')
    expect(await bot.last('concern-child-opened')).toMatchObject({ by: 'iro', case: all.case })
    await bot.ask('iro', looking)
    expect((await bot.factNames()).filter((fact) => fact === 'concern-child-opened')).toHaveLength(2)
    for (const who of ['school-lead', 'health-lead', 'practitioner'])
      expect(await bot.ask(who, looking)).toMatchObject({ reason: 'not-for-you' })
  })
})

describe('each danger', () => {
  it('of a child whom nobody knows is its own: another one is another concern', async () => {
    const first = await bot.fillIn(
      'school-lead',
      { ask: 'open-raise-case' },
      { ...aRaising, identifier: 'X1', ...risk },
    )
    await bot.fillIn('school-lead', { ask: 'open-raise-case' }, { ...aRaising, identifier: 'X2', ...risk })
    if (first.kind !== 'form') throw new Error(first.kind)
    await bot.ask('school-lead', first.submit.ask, { ...aRaising, identifier: 'X1', ...risk })
    expect((await bot.factNames()).filter((fact) => fact === 'risk-unreported')).toHaveLength(2)

    went(await bot.ask('school-lead', first.submit.ask, { ...aRaising, identifier: 'X1', ...reported }))
    const open = await bot.db.selectFrom('concerns').select('id').where('reported_at', 'is', null).execute()
    expect(open).toHaveLength(1)
  })

  it('is not ended by a report about another child', async () => {
    await bot.fillIn('school-lead', { ask: 'open-raise-case' }, { ...aRaising, identifier: '', ...risk })
    await raise('school-lead', { ...risk, identifier: 'LK105' })
    went(await bot.fillIn('school-lead', { ask: 'open-raise-case' }, { ...aRaising, ...reported }))

    expect(await bot.db.selectFrom('concerns').select('id').where('reported_at', 'is', null).execute()).toHaveLength(2)
  })

  it('that was told while raising is over once the form that confirms the case says that it was reported', async () => {
    await raise('practitioner', risk)
    const id = await concern()
    const stuck = await raised(bot)
    await bot.deliver()
    const confirm = { ask: 'open-confirm-case', case: stuck } as const
    went(await bot.fillIn('social-worker', confirm, { ...aConfirmation, ...reported }))

    expect(await bot.last('risk-reported')).toMatchObject({ concern: id, by: 'social-worker' })
    expect((await bot.factNames()).filter((fact) => fact === 'risk-reported')).toHaveLength(1)
    expect(JSON.stringify((await cardTo('practitioner', /that you told of is reported/)).body[0])).toMatch(
      /Samira Holt reported it to the front door/,
    )
  })

  it('goes on where an allegation alone was reported, of which the social worker is not told', async () => {
    await raise('practitioner', risk)
    const before = (await bot.titles('social-worker')).length
    went(await raise('practitioner', { ...reported, reportedTo: 'designated-officer' }))
    await bot.until('2026-09-08T10:00:00Z')

    expect((await bot.look(async ({ tx }) => tx.concern(await concern())))?.over).toBeUndefined()
    const told = (await bot.titles('social-worker')).slice(before)
    expect(told.filter((title) => /reported$/.test(title) && !/not been reported/.test(title))).toEqual([])
    expect(JSON.stringify(await bot.said('social-worker'))).not.toContain('LADO')
    expect(JSON.stringify(await bot.said('iro'))).toContain('LADO')
  })

  it('of the same child by somebody else goes on', async () => {
    await raise('school-lead', risk)
    await raise('practitioner', risk)
    went(await raise('practitioner', reported))

    expect(await bot.db.selectFrom('concerns').select('writer').where('reported_at', 'is', null).execute()).toEqual([
      { writer: 'school-lead' },
    ])
  })

  it('is one raising however often its form is sent', async () => {
    const form = await bot.ask('school-lead', { ask: 'open-raise-case' })
    if (form.kind !== 'form') throw new Error(form.kind)
    went(await bot.ask('school-lead', form.submit.ask, aRaising))

    expect(await bot.ask('school-lead', form.submit.ask, aRaising)).toMatchObject({ reason: 'already-done' })
  })
})

describe('a danger that was reported before it was told', () => {
  const line = /Robin Ashdown reported it to the front door .* on Sunday 6 September 2026, 21:50\./
  const before = { ...reported, reportedAt: 'yesterday at 21:50', spokenTo: 'Ms Abara' }

  it('has a card of its own, to social worker and IRO', async () => {
    went(await raise('practitioner', before))

    for (const who of ['social-worker', 'iro']) {
      const card = await cardTo(who, /has been reported/)
      expect(JSON.stringify(card)).toMatch(line)
      expect(JSON.stringify(card)).not.toContain('Abara')
    }
  })

  it('stands on the form that confirms the case, on its page and on the run sheet', async () => {
    const all = await convenedAfter(before)
    const confirm = all.confirm
    for (const reading of [
      confirm,
      await bot.ask('iro', { ask: 'open-case', case: all.case }),
      await bot.ask('chair', { ask: 'open-case', case: all.case }),
      await bot.ask('social-worker', { ask: 'open-case', case: all.case }),
    ])
      expect(JSON.stringify(reading)).toMatch(line)
    const screen = JSON.stringify(await bot.ask('chair', { ask: 'open-run-sheet', meeting: all.meeting }))
    expect(screen).toMatch(/Somebody reported it to the front door/)
    expect(screen).not.toContain('Robin Ashdown')
    for (const who of ['health-lead', 'practitioner'])
      expect(JSON.stringify(await bot.ask(who, { ask: 'open-case', case: all.case }))).not.toContain('front door')
  })

  async function convenedAfter(given: object) {
    went(await raise('practitioner', given))
    const { case: stuck } = await bot.last('case-raised')
    const confirm = await bot.ask('social-worker', { ask: 'open-confirm-case', case: stuck })
    // Who has raised it cannot raise it again, and what follows begins so.
    const { raising } = await bot.last('case-raised')
    went(await bot.fillIn('practitioner', { ask: 'open-withdraw-raising', raising }, { why: 'A slip.', danger: 'no' }))
    const all = await convened(bot)
    return { ...all, case: stuck, confirm }
  }
})
