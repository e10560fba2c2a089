/** A danger that a raiser tells of in what they raised is ended by the same form. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aRaising, reported, risk } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed } from '../support/leaving.ts'
import { went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const forms = [
  ['open-add-to-raising', { more: 'She has asked again today.' }],
  ['open-withdraw-raising', { why: 'Her plan moves now.' }],
] as const
const openOnes = () => bot.db.selectFrom('concerns').select('id').where('reported_at', 'is', null).execute()
const raise = async () => {
  went(await bot.ask('school-lead', { ask: 'raise-case' }, { ...aRaising, identifier: 'X9' }))
  return (await bot.last('raising-unmatched')).raising
}

it.each(forms)('while nobody knows the child: %s', async (ask, given) => {
  const raising = await raise()
  await bot.fillIn('school-lead', { ask, raising }, { ...given, ...risk })
  expect(await openOnes()).toHaveLength(1)
  went(await bot.fillIn('school-lead', { ask, raising }, { ...given, ...reported }))

  expect(await openOnes()).toEqual([])
})

it.each(forms)('once the child is found: %s', async (ask, given) => {
  const raising = await raise()
  await bot.fillIn('school-lead', { ask: 'open-add-to-raising', raising }, { more: 'x', ...risk })
  went(await bot.fillIn('coordinator', { ask: 'open-match-raising', raising }, { identifier: 'LK104', danger: 'no' }))
  went(await bot.fillIn('school-lead', { ask, raising }, { ...given, ...reported }))

  expect(await openOnes()).toEqual([])
})
