import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aView } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking, requestTo, went, type Asking } from '../support/stages.ts'

let bot: Bot
let asked: Asking
beforeAll(async () => {
  bot = await startBot()
  asked = await asking(bot)
  went(await bot.fillIn('health-lead', { ask: 'open-input', request: requestTo(asked, 'larkshire-nhs-trust') }, aView))
})
afterAll(() => bot.close())

const views = (by: string) => bot.ask(by, { ask: 'open-views', case: asked.case })
const view = (by: string) => bot.ask(by, { ask: 'open-view', request: requestTo(asked, 'larkshire-nhs-trust') })

describe('what an agency wrote', () => {
  it('is sealed while another may still answer, to chair and IRO as well', async () => {
    for (const who of ['chair', 'iro']) {
      expect(await views(who)).toMatchObject({ reason: 'inputs-still-open' })
      expect(await view(who)).toMatchObject({ reason: 'inputs-still-open' })
    }
  })

  it('is sealed to everybody else for good', async () => {
    for (const who of ['social-worker', 'practitioner', 'school-lead', 'health-lead', 'police-lead'])
      expect(await views(who)).toMatchObject({ reason: 'not-for-you' })
  })

  it('is read by chair and IRO once inputs are closed, and by nobody else', async () => {
    await bot.until('2026-09-15T08:00:00Z')

    for (const who of ['chair', 'iro']) {
      const shown = await views(who)
      const words =
        shown.kind === 'reading'
          ? shown.body.flatMap((part) => (part.block === 'words' ? [part.words.reveal()] : []))
          : []
      expect(words).toContain(aView['keepsStuck'])
      expect((await view(who)).kind).toBe('reading')
    }
    for (const who of ['social-worker', 'practitioner', 'school-lead', 'police-lead'])
      expect(await view(who)).toMatchObject({ reason: 'not-for-you' })
  })
})
