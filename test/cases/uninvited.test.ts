import { afterAll, beforeAll, expect, it } from 'vitest'
import { aRaising } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => {
  bot = await startBot()
})
afterAll(() => bot.close())

it.each([
  ['from outside the authority', 'police-lead'],
  ['a colleague of the authority', 'team-manager'],
])('anybody who joins a confirmed case, %s, has no part in it that nobody gave them', async (_, by) => {
  await bot.startOver()
  const { case: stuck } = await asking(bot)
  const before = (await bot.titles(by)).length

  went(await bot.ask(by, { ask: 'raise-case' }, aRaising))

  expect(await bot.last('case-joined')).toMatchObject({ case: stuck, by })
  const why = by === 'team-manager' ? 'is-here-again' : 'not-for-you' // Somebody's deputy, whose principal is here.
  expect(await bot.ask(by, { ask: 'open-case', case: stuck })).toMatchObject({ reason: why })
  expect(await bot.titles(by)).toHaveLength(before)
  const told = (await bot.said('social-worker')).at(-1)?.card
  expect(JSON.stringify(told)).toContain(bot.partnership.people.find(({ id }) => id === by)?.name)

  const { raising } = await bot.last('case-joined')
  expect(await bot.ask('iro', { ask: 'admit-raiser', raising })).toMatchObject({ reason: 'not-for-you' })
  went(await bot.ask('social-worker', { ask: 'admit-raiser', raising }))
  expect(await bot.ask(by, { ask: 'open-case', case: stuck })).toMatchObject({ kind: 'reading' })
})
