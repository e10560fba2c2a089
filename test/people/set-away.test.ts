import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Given } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { raised, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const away = (given: Given) => bot.fillIn('social-worker', { ask: 'open-away' }, given)
const receivers = async () => (await bot.said()).map(({ to }) => to)

it('is shortened by saving again', async () => {
  went(await away({ from: '2026-09-07', until: '2026-09-30' }))
  went(await away({ from: '2026-09-21' }))
  await raised(bot)

  expect(await receivers()).toEqual(['social-worker', 'iro'])
})

it('is taken back', async () => {
  went(await away({ from: '2026-09-07', until: '2026-09-30' }))
  went(await away({ back: ['back'] }))
  await raised(bot)

  expect(await receivers()).toEqual(['social-worker', 'iro'])
})

it('may be one day, which may be today, and never ends before it begins', async () => {
  went(await away({ from: '2026-09-07', until: '2026-09-07' }))
  await raised(bot)
  expect(await receivers()).toEqual(['deputy-social-worker', 'iro'])

  expect(await away({ from: '2026-09-10', until: '2026-09-09' })).toMatchObject({
    fields: { until: 'The last day is before the first.' },
  })
})

it('is no longer than a year ahead', async () => {
  expect(await away({ from: '2026-09-07', until: '2027-10-30' })).toMatchObject({ kind: 'refusal' })
})
