import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RequestId } from '../../src/ids.ts'
import { aView, risk } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { areAway } from '../support/leaving.ts'
import { asking, requestTo, viewsClose, went, type Asking } from '../support/stages.ts'

let bot: Bot
let asked: Asking
let health: RequestId
let school: RequestId
beforeAll(async () => (bot = await startBot()))
beforeEach(async () => {
  await bot.startOver()
  asked = await asking(bot)
  health = requestTo(asked, 'larkshire-nhs-trust')
  school = requestTo(asked, 'hazel-school')
})
afterAll(() => bot.close())

const give = (by: string, request: RequestId, given = {}) =>
  bot.fillIn(by, { ask: 'open-input', request }, { ...aView, ...given })

describe('giving a view', () => {
  it('is recorded without a word of it', async () => {
    went(await give('health-lead', health))

    expect(await bot.last('input-given')).toMatchObject({ request: health, by: 'health-lead', corrected: false })
    const all = JSON.stringify([await bot.said(), await bot.facts(), await bot.wakes()])
    for (const [name, words] of Object.entries(aView))
      if (name !== 'scale' && name !== 'danger') expect(all).not.toContain(words)
  })

  it('is for the person who was asked, and their deputy while they are away', async () => {
    expect(await give('health-colleague', health)).toMatchObject({ reason: 'is-here-again' })
    await areAway(bot, 'health-lead')
    went(await give('health-colleague', health))

    expect(await bot.last('input-given')).toMatchObject({ request: health, by: 'health-colleague' })
  })

  it.each(['school-lead', 'police-lead', 'practitioner', 'social-worker', 'iro', 'chair'])(
    'is not for the %s, who was not asked this',
    async (who) => {
      const before = await bot.facts()

      expect(await bot.ask(who, { ask: 'open-input', request: health })).toMatchObject({ reason: 'not-for-you' })
      expect(await bot.ask(who, { ask: 'give-input', request: health }, aView)).toMatchObject({ reason: 'not-for-you' })
      expect(await bot.facts()).toEqual(before)
    },
  )

  it('can be corrected while inputs are open, from what was written before', async () => {
    went(await give('health-lead', health))
    const again = await bot.ask('health-lead', { ask: 'open-input', request: health })
    expect(again.kind === 'form' && again.values['worries']?.[0]?.reveal()).toBe(aView['worries'])
    expect(again.kind === 'form' && again.values['scale']?.[0]?.reveal()).toBe('3')

    went(await bot.fillIn('health-lead', { ask: 'open-input', request: health }, { scale: '4', danger: 'no' }))

    expect(await bot.last('input-given')).toMatchObject({ request: health, corrected: true })
  })

  it('keeps the question as it was put beside the answer', async () => {
    went(await give('health-lead', health))
    went(await give('school-lead', school))
    await viewsClose(bot)

    const { meeting } = await bot.last('times-offered')
    const sheet = await bot.ask('chair', { ask: 'open-run-sheet', meeting })
    const labels = sheet.kind === 'reading' ? sheet.body.map((part) => (part.block === 'words' ? part.label : '')) : []
    expect(labels).toContain('Larkshire NHS Trust: What keeps us stuck, including our own part?')
  })

  it.each([
    ['nothing of what keeps us stuck', { keepsStuck: '' }, 'keepsStuck'],
    ['no place on the scale', { scale: '' }, 'scale'],
    ['a place beyond the scale', { scale: '11' }, 'scale'],
    ['too many words', { works: 'x'.repeat(2001) }, 'works'],
  ])('marks %s', async (_, given, field) => {
    const answer = await give('health-lead', health, given)

    expect(Object.keys(answer.kind === 'refusal' ? (answer.fields ?? {}) : {})).toEqual([field])
    expect(await bot.factNames()).not.toContain('input-given')
  })
})

describe('the closing of inputs', () => {
  it('comes a working day after every agency has answered, and the chair is offered times', async () => {
    went(await give('health-lead', health))
    expect(await bot.factNames()).not.toContain('inputs-close-moved')
    went(await give('school-lead', school))
    await bot.until('2026-09-08T15:59:59Z')
    expect(await bot.factNames()).not.toContain('inputs-closed')
    await bot.until('2026-09-08T16:00:00Z')

    expect(await bot.last('inputs-closed')).toMatchObject({
      given: [school, health],
      silent: [],
      unreached: [],
    })
    expect((await bot.titles('chair')).at(-1)).toMatch(/choose a time for the meeting$/)
  })

  it('comes at the end of the last day otherwise', async () => {
    went(await give('health-lead', health))
    await bot.until('2026-09-14T15:59:59Z')
    expect(await bot.factNames()).not.toContain('inputs-closed')

    await bot.until('2026-09-14T16:00:00Z')

    expect(await bot.last('inputs-closed')).toMatchObject({ given: [health], silent: [school], unreached: [] })
  })

  it('closes for everybody at one moment, whether or not the wake has rung', async () => {
    bot.clock.moveTo(new Date('2026-09-14T16:00:00Z'))

    expect(await give('health-lead', health)).toMatchObject({ reason: 'inputs-closed' })
  })

  it('stops for a danger that is told too late all the same, and keeps nothing of it', async () => {
    bot.clock.moveTo(new Date('2026-09-14T16:00:00Z'))

    const answer = await bot.ask('health-lead', { ask: 'give-input', request: health }, { ...aView, ...risk })
    expect(answer.kind === 'form' && answer.intro[0]).toEqual({ block: 'heading', text: 'Phone now' })
    expect(await bot.factNames()).toContain('risk-unreported')
    expect(await bot.factNames()).not.toContain('input-given')
  })

  it('lets nothing be corrected afterwards', async () => {
    went(await give('health-lead', health))
    went(await give('school-lead', school))
    await viewsClose(bot)

    expect(await give('health-lead', health)).toMatchObject({ reason: 'inputs-closed' })
  })

  it('happens once, when the last two answer at the same moment', async () => {
    const both = await Promise.all([give('health-lead', health), give('school-lead', school)])

    expect(both.map(({ kind }) => kind)).toEqual(['done', 'done'])
    expect((await bot.factNames()).filter((fact) => fact === 'inputs-close-moved')).toHaveLength(1)
    await viewsClose(bot)
    expect((await bot.factNames()).filter((fact) => fact === 'inputs-closed')).toHaveLength(1)
  })
})

describe('silence', () => {
  it('counts where the question was delivered, and is named to the chair with the dates', async () => {
    await bot.until('2026-09-15T12:00:00Z')

    expect(await bot.last('inputs-closed')).toMatchObject({ silent: [school, health], unreached: [] })
    const offer = (await bot.said('chair')).find(({ card }) => card.title.includes('choose a time'))
    expect(offer?.card.body[1]).toEqual({
      block: 'list',
      items: [
        'Hazel School: no answer (asked Monday 7 September 2026, reminded Thursday 10 September 2026)',
        'Larkshire NHS Trust: no answer (asked Monday 7 September 2026, reminded Thursday 10 September 2026)',
      ],
    })
  })

  it('does not count where the question never arrived', async () => {
    await bot.db
      .updateTable('outbox')
      .set({ state: 'undeliverable', code: 'account_inactive' })
      .where('person', '=', 'school-lead')
      .where('subject', '=', 'request')
      .execute()
    bot.clock.moveTo(new Date('2026-09-14T16:00:00Z'))
    await bot.ring()

    expect(await bot.last('inputs-closed')).toMatchObject({ silent: [health], unreached: [school] })
    const offer = (await bot.said('chair')).find(({ card }) => card.title.includes('choose a time'))
    expect(JSON.stringify(offer)).toContain('Hazel School: has not been reached, so it could not answer')
  })

  it('is reminded of once, two working days before inputs close', async () => {
    went(await give('health-lead', health))
    await bot.until('2026-09-14T15:00:00Z')

    const reminders = (await bot.said()).filter(({ card }) => card.title.includes('still needed'))
    expect(reminders.map(({ to, notBefore }) => [to, notBefore.toISOString()])).toEqual([
      ['school-lead', '2026-09-10T08:00:00.000Z'],
    ])
  })
})
