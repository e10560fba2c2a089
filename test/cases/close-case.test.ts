import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBot, type Bot } from '../support/bot.ts'
import { asking, raised, requestTo, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const why = { why: 'The panel has met.', danger: 'no' }

describe('closing a case', () => {
  it.each(['social-worker', 'deputy-social-worker', 'chair'])('is for the %s', async (who) => {
    const { case: stuck } = await asking(bot)

    went(await bot.fillIn(who, { ask: 'open-close-case', case: stuck }, why))

    expect(await bot.last('case-closed')).toMatchObject({ case: stuck, by: who })
  })

  it.each(['practitioner', 'iro', 'health-lead', 'police-lead'])('is not for the %s', async (who) => {
    const { case: stuck } = await asking(bot)

    expect(await bot.ask(who, { ask: 'close-case', case: stuck }, why)).toMatchObject({ reason: 'not-for-you' })
  })

  it('tells everybody in it but the one who closed it, without the reason', async () => {
    const { case: stuck } = await asking(bot)
    went(await bot.fillIn('social-worker', { ask: 'open-close-case', case: stuck }, why))

    const told = (await bot.said()).filter(({ card }) => card.title.endsWith(': closed'))
    expect(told.map(({ to }) => to).toSorted()).toEqual(['chair', 'health-lead', 'iro', 'practitioner', 'school-lead'])
    expect(JSON.stringify(told)).not.toContain('panel')
  })

  it('needs a reason', async () => {
    const stuck = await raised(bot)

    expect(await bot.ask('social-worker', { ask: 'close-case', case: stuck }, { danger: 'no' })).toMatchObject({
      fields: { why: 'Write something here.' },
    })
  })

  it('silences it: nobody is asked, reminded or convened after that', async () => {
    const { case: stuck } = await asking(bot)
    went(await bot.fillIn('social-worker', { ask: 'open-close-case', case: stuck }, why))
    await bot.deliver()
    const before = (await bot.said()).length

    await bot.until('2026-10-30T12:00:00Z')

    expect((await bot.said()).length).toBe(before)
  })

  it('ends the giving of views', async () => {
    const asked = await asking(bot)
    went(await bot.fillIn('social-worker', { ask: 'open-close-case', case: asked.case }, why))

    expect(
      await bot.ask('health-lead', { ask: 'open-input', request: requestTo(asked, 'larkshire-nhs-trust') }),
    ).toMatchObject({ reason: 'inputs-closed' })
  })

  it('happens once', async () => {
    const stuck = await raised(bot)
    went(await bot.fillIn('social-worker', { ask: 'open-close-case', case: stuck }, why))
    const before = await bot.facts()

    expect(await bot.ask('social-worker', { ask: 'close-case', case: stuck }, why)).toMatchObject({
      reason: 'already-done',
    })
    expect(await bot.facts()).toEqual(before)
  })
})
