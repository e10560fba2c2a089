import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/display/answer.ts'
import { aConfirmation, allegation, aRaising, aRecord, aView, reported, risk, type Given } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { without } from '../support/leaving.ts'
import { asking, convened, raised, recorded, requestTo, went } from '../support/stages.ts'

/** The August bank holiday, at ten in the evening. */
const bankHolidayNight = '2026-08-31T21:00:00Z'

let bot: Bot
beforeAll(async () => (bot = await startBot({ at: bankHolidayNight })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const raise = (given: Given, once?: string) =>
  bot.ask('practitioner', { ask: 'raise-case' }, { ...aRaising, ...given }, once)
const urgentTo = async (who: string) => (await bot.said(who)).filter(({ urgent }) => urgent)

function shownIn(answer: Answer) {
  if (answer.kind !== 'form') throw new Error(`no form: ${answer.kind}`)
  const { intro, values } = answer
  const held = Object.fromEntries(Object.entries(values).map(([name, [value]]) => [name, value?.reveal()]))
  return { shown: JSON.stringify(intro), held }
}

describe('a child at risk, not reported yet', () => {
  it('saves nothing, and gives the form back with the words and the numbers', async () => {
    const { shown, held } = shownIn(await raise(risk))

    expect(held).toMatchObject({ tried: aRaising['tried'], childSays: aRaising['childSays'] })
    expect(held['danger']).toBeUndefined()
    expect(shown).toContain('Phone now')
    for (const number of ['999', '01632 960101', '01632 960102']) expect(shown).toContain(number)
    expect(await bot.factNames()).toEqual(['risk-unreported'])
    expect(await bot.db.selectFrom('raisings').selectAll().execute()).toEqual([])
  })

  it('tells social worker and IRO at once, at night on a bank holiday, without a word of it', async () => {
    await raise(risk)

    const said = await bot.said()
    expect(said.map(({ to, urgent, notBefore }) => [to, urgent, notBefore.toISOString()])).toEqual([
      ['social-worker', true, '2026-08-31T21:00:00.000Z'],
      ['iro', true, '2026-08-31T21:00:00.000Z'],
      ['practitioner', true, '2026-08-31T21:00:00.000Z'],
    ])
    for (const typed of [aRaising['tried'], aRaising['childSays'], aRaising['wouldHelp'], 'LK104'])
      expect(JSON.stringify(said)).not.toContain(typed)
  })

  it('is said again to the coordinators once everybody who was told has left', async () => {
    await raise(risk)
    bot.applies(without(bot.partnership, 'social-worker', 'iro'))
    await bot.until('2026-08-31T21:35:00Z')

    expect(await urgentTo('chair')).toHaveLength(1)
    const { concern } = await bot.last('risk-unreported')
    went(await bot.fillIn('chair', { ask: 'open-report-concern', concern }, reported))
  })

  it('is said again to the lead of the authority where no coordinator is left either', async () => {
    await raise(risk)
    bot.applies(without(bot.partnership, 'social-worker', 'iro', 'chair'))
    await bot.until('2026-08-31T21:35:00Z')

    expect(await urgentTo('team-manager')).toHaveLength(1)
    const { concern } = await bot.last('risk-unreported')
    went(await bot.fillIn('team-manager', { ask: 'open-report-concern', concern }, reported))
  })

  it('is said again to the social worker of that moment', async () => {
    await raise(risk)
    await bot.db.updateTable('children').set({ social_worker: 'team-manager' }).execute()
    await bot.until('2026-08-31T21:35:00Z')

    expect(await urgentTo('team-manager')).toHaveLength(1)
    const { concern } = await bot.last('risk-unreported')
    went(await bot.fillIn('team-manager', { ask: 'open-report-concern', concern }, reported))
  })

  it('climbs to the lead and the deputy, then to the coordinators, until somebody records the report', async () => {
    await raise(risk)
    await bot.until('2026-08-31T22:05:00Z')
    expect((await bot.said()).map(({ to }) => to)).toEqual([
      ...['social-worker', 'iro', 'practitioner'],
      ...['team-manager', 'deputy-social-worker'],
      'chair',
    ])
    expect(await bot.factNames()).toEqual(['risk-unreported', 'risk-repeated', 'risk-repeated'])

    const { concern } = await bot.last('risk-unreported')
    const report = { reportedTo: 'out-of-hours', reportedAt: 'at 23:01' }
    went(await bot.fillIn('iro', { ask: 'open-report-concern', concern }, report))
    await bot.until('2026-09-02T12:00:00Z')

    expect(await bot.last('risk-reported')).toMatchObject({
      concern,
      by: 'iro',
      to: 'out-of-hours',
      when: '2026-08-31T22:01:00.000Z',
    })
    expect(
      (await bot.said())
        .slice(6)
        .map(({ to, card }) => [
          to,
          JSON.stringify(card).includes(
            'Imogen Rooke reported it to the out-of-hours team on Monday 31 August 2026, 23:01.',
          ),
        ]),
    ).toEqual(
      ['social-worker', 'team-manager', 'deputy-social-worker', 'chair', 'practitioner'].map((to) => [to, true]),
    )
  })

  it('is settled by the report in the form, whose identifier has been put right meanwhile', async () => {
    const form = await bot.fillIn(
      'school-lead',
      { ask: 'open-raise-case' },
      { ...aRaising, identifier: 'LK10', ...risk },
    )
    if (form.kind !== 'form') throw new Error(form.kind)
    went(await bot.ask('school-lead', form.submit.ask, { ...aRaising, ...reported }))
    await bot.until('2026-09-02T12:00:00Z')

    expect(await bot.factNames()).not.toContain('risk-repeated')
    const kept = await bot.db.selectFrom('concerns').select(['child', 'reported_to']).execute()
    expect(kept).toMatchObject([{ child: null, reported_to: 'front-door' }])
  })

  it('is not held up by other fields that are missing or too long', async () => {
    await raise({ tried: '', wouldHelp: 'x'.repeat(5000), theme: '', ...risk })

    expect(await bot.factNames()).toEqual(['risk-unreported'])
  })

  it('goes to the deputy of a social worker who is away', async () => {
    went(await bot.ask('social-worker', { ask: 'set-away' }, { from: '2026-08-31', until: '2026-09-04' }))
    await raise(risk)

    expect((await bot.said()).map(({ to }) => to)).toEqual(['deputy-social-worker', 'iro', 'practitioner'])
    const { concern } = await bot.last('risk-unreported')
    expect(await bot.ask('deputy-social-worker', { ask: 'open-report-concern', concern })).toMatchObject({
      kind: 'form',
    })
  })

  it('is said again to the lead of the authority where no child is known and the only coordinator has left', async () => {
    await bot.ask('school-lead', { ask: 'raise-case' }, { ...aRaising, identifier: '', ...risk })
    bot.applies(without(bot.partnership, 'chair'))
    await bot.until('2026-08-31T21:35:00Z')

    expect(await urgentTo('team-manager')).toHaveLength(1)
  })

  it('goes to the coordinator where no child is known', async () => {
    await bot.ask('school-lead', { ask: 'raise-case' }, { ...aRaising, identifier: '', ...risk })

    expect((await bot.said()).map(({ to, urgent }) => [to, urgent])).toEqual([
      ['chair', true],
      ['school-lead', true],
    ])
  })

  it('makes one concern however often it is sent, also at the same moment', async () => {
    await Promise.all([raise(risk, 'drawn-1'), raise(risk, 'drawn-1'), raise(risk, 'drawn-1')])
    await raise(risk, 'drawn-1')
    await raise(risk, 'drawn-2')

    expect(await bot.factNames()).toEqual(['risk-unreported'])
    expect(await urgentTo('iro')).toHaveLength(1)
  })

  it('is settled by the same form sent again as reported, which then goes its way', async () => {
    await raise(risk)
    went(await raise(reported))
    await bot.until('2026-09-01T08:00:00Z')

    const names = (await bot.factNames()).filter((fact) => fact !== 'post-sent')
    expect(names).toEqual(['risk-unreported', 'risk-reported', 'case-raised', 'iro-told'])
    expect(await urgentTo('social-worker')).toMatchObject([{ state: 'withdrawn' }])
  })

  it('needs to whom and when, once it is said to be reported', async () => {
    expect(await raise({ danger: 'reported' })).toMatchObject({
      fields: { reportedTo: 'Say who was told.', reportedAt: 'Say when it was reported.' },
    })
    expect(await bot.facts()).toEqual([])
  })
})

describe('recording the report', () => {
  beforeEach(async () => {
    await raise(risk)
  })

  const open = async () =>
    ({ ask: 'open-report-concern', concern: (await bot.last('risk-unreported')).concern }) as const
  const words = { reportedTo: 'out-of-hours', reportedAt: 'now' }

  it.each(['practitioner', 'social-worker', 'iro'])('is open to the %s', async (who) => {
    went(await bot.fillIn(who, await open(), words))
  })

  it.each(['chair', 'deputy-social-worker', 'team-manager', 'health-lead'])('is not open to the %s', async (who) => {
    expect(await bot.ask(who, await open())).toMatchObject({ kind: 'refusal' })
  })

  it('needs to whom and when', async () => {
    expect(await bot.fillIn('iro', await open(), {})).toMatchObject({
      fields: { reportedTo: 'Choose one.', reportedAt: 'Write something here.' },
    })
  })

  it('happens once', async () => {
    const opening = await open()
    went(await bot.fillIn('iro', opening, words))
    const before = await bot.facts()

    const { concern } = opening
    expect(await bot.ask('social-worker', { ask: 'report-concern', concern }, words)).toMatchObject({
      reason: 'already-done',
    })
    expect(await bot.facts()).toEqual(before)
  })
})

describe('an allegation against a worker, not reported yet', () => {
  it('is told to nobody, recorded nowhere, and shows every number: the child may be at risk too', async () => {
    const { shown, held } = shownIn(await raise(allegation))
    await bot.until('2026-09-02T12:00:00Z')

    expect(held).toMatchObject({ tried: aRaising['tried'] })
    expect(shown.match(/01632 \d+/g)?.slice(0, 3)).toEqual(['01632 960101', '01632 960102', '01632 960103'])
    expect(shown).toContain('Nobody was told from here.')
    expect(await bot.said()).toEqual([])
    expect(await bot.facts()).toEqual([])
    expect(await bot.db.selectFrom('concerns').selectAll().execute()).toEqual([])
  })
})

describe('a risk that was reported already', () => {
  it('goes its way at once and is on record', async () => {
    went(await raise(reported))

    expect(await bot.factNames()).toEqual(['risk-reported', 'case-raised', 'iro-told'])
    expect((await bot.said()).some(({ urgent }) => urgent)).toBe(false)
  })
})

describe('every other form with free text', () => {
  it('stops the confirmation', async () => {
    bot.clock.moveTo(new Date('2026-09-07T09:30:00Z'))
    const stuck = await raised(bot)

    const answer = await bot.fillIn(
      'chair',
      { ask: 'open-confirm-case', case: stuck },
      { ...aConfirmation, name: 'Robin Quill', ...risk },
    )

    expect(shownIn(answer).held).toMatchObject({ name: 'Robin Quill' })
    expect(await bot.factNames()).toEqual(['case-raised', 'iro-told', 'identity-opened', 'risk-unreported'])
    expect(await bot.last('risk-unreported')).toMatchObject({ told: ['social-worker', 'iro'], case: stuck })
  })

  it('stops a view', async () => {
    bot.clock.moveTo(new Date('2026-09-07T09:30:00Z'))
    const asked = await asking(bot)
    const request = requestTo(asked, 'hazel-school')

    const answer = await bot.fillIn('school-lead', { ask: 'open-input', request }, { ...aView, ...risk })

    expect(shownIn(answer).held).toMatchObject({ worries: aView['worries'] })
    expect(await bot.factNames()).not.toContain('input-given')
    expect(await urgentTo('iro')).toHaveLength(1)
  })

  it('stops the record of a meeting, an action and the summary', async () => {
    bot.clock.moveTo(new Date('2026-09-07T09:30:00Z'))
    const { meeting } = await convened(bot)
    await bot.until((await bot.last('time-picked')).start)
    const record = await bot.fillIn('chair', { ask: 'open-record', meeting }, { ...aRecord, ...risk })
    expect(shownIn(record).held).toMatchObject({ reflection: aRecord['reflection'] })
    expect(await bot.factNames()).not.toContain('meeting-recorded')

    await bot.startOver()
    bot.clock.moveTo(new Date('2026-09-07T09:30:00Z'))
    const held = await recorded(bot)
    const before = (await bot.facts()).length
    expect((await bot.fillIn('chair', { ask: 'open-summary-draft', meeting: held.meeting }, risk)).kind).toBe('form')
    expect((await bot.facts()).slice(before).map(({ fact }) => fact)).toEqual(['risk-unreported'])
  })

  it('stops the closing of a case', async () => {
    bot.clock.moveTo(new Date('2026-09-07T09:30:00Z'))
    const stuck = await raised(bot)

    await bot.fillIn('social-worker', { ask: 'open-close-case', case: stuck }, { why: 'x', ...risk })

    expect(await bot.factNames()).not.toContain('closing-proposed')
  })
})
