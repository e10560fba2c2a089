import { afterAll, beforeAll, expect, it } from 'vitest'
import { aRaising } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => {
  bot = await startBot()
})
afterAll(() => bot.close())

it('anybody who joins a confirmed case from outside the authority has no part in it that nobody gave them', async () => {
  const { case: stuck } = await asking(bot)
  const before = (await bot.titles('police-lead')).length

  went(await bot.ask('police-lead', { ask: 'raise-case' }, aRaising))

  expect(await bot.last('case-joined')).toMatchObject({ case: stuck, by: 'police-lead' })
  expect(await bot.ask('police-lead', { ask: 'open-case', case: stuck })).toMatchObject({ reason: 'not-for-you' })
  expect(await bot.titles('police-lead')).toHaveLength(before)
})
