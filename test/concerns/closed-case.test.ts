/** A danger that is told of in a closed case goes to those who answer for its child today. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { risk } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed } from '../support/leaving.ts'
import { closes, raised, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(async () => {
  await bot.startOver()
  await closes(bot, await raised(bot), 'iro')
})
afterAll(() => bot.close())

const givenToOthers = () =>
  bot.db.updateTable('children').set({ social_worker: 'deputy-social-worker', iro: 'other-chair' }).execute()
const urgentTo = async (who: string) => (await bot.said(who)).filter(({ urgent }) => urgent)
const raising = async () => (await bot.last('case-raised')).raising

it('who objects to its closing', async () => {
  await givenToOthers()
  await bot.fillIn('practitioner', { ask: 'open-object', raising: await raising() }, risk)

  const told = await bot.last('risk-unreported')
  expect(told).toMatchObject({ told: ['deputy-social-worker', 'other-chair'] })
  expect(await urgentTo('social-worker')).toEqual([])
  const report = { ask: 'open-report-concern', concern: told.concern } as const
  expect(await bot.ask('social-worker', report)).toMatchObject({ reason: 'not-for-you' })
  expect(await bot.ask('deputy-social-worker', report)).toMatchObject({ kind: 'form' })
})

it('who answers an objection', async () => {
  const open = { ask: 'open-object', raising: await raising() } as const
  went(await bot.fillIn('practitioner', open, { objection: 'She waits still.', danger: 'no' }))
  await givenToOthers()
  await bot.fillIn('other-chair', { ask: 'open-answer-objection', raising: await raising() }, risk)

  expect(await bot.last('risk-unreported')).toMatchObject({ told: ['deputy-social-worker', 'other-chair'] })
})

it('also where the child is given to others after it was told', async () => {
  await bot.fillIn('practitioner', { ask: 'open-object', raising: await raising() }, risk)
  await givenToOthers()
  await bot.until('2026-09-07T10:05:00Z')

  expect(await urgentTo('other-chair')).toHaveLength(1)
})
