import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { CaseId } from '../../src/ids.ts'
import { aProposal, aRecord } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { closes, convened, offered, recorded } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const close = async (stuck: CaseId) => {
  await closes(bot, stuck)
  await bot.deliver()
}

const closed = { reason: 'case-closed' }

it('a closed case is given no time for its meeting', async () => {
  const { case: stuck, meeting } = await offered(bot)
  await close(stuck)

  expect(await bot.ask('chair', { ask: 'pick-slot', meeting, slot: 0 })).toMatchObject(closed)
})

it('a meeting that is no longer to come is neither announced nor opened', async () => {
  await convened(bot)
  await bot.db.updateTable('meetings').set({ state: 'recorded' }).execute()
  const before = (await bot.said()).length

  await bot.until('2026-09-10T12:00:00Z')

  expect((await bot.said()).slice(before).map(({ key }) => key.split('-')[0])).toEqual([])
  expect(await bot.factNames()).not.toContain('meeting-opened')
})

it('the meeting of a closed case is neither announced nor opened nor chased', async () => {
  const { case: stuck } = await convened(bot)
  await close(stuck)
  await bot.until('2026-09-09T08:00:00Z')
  const before = [await bot.said(), await bot.facts()]

  await bot.until('2026-10-15T12:00:00Z')

  expect([await bot.said(), await bot.facts()]).toEqual(before)
})

it('nothing is recorded or agreed in a closed case, so it does not open again', async () => {
  const { case: stuck, meeting } = await recorded(bot)
  await close(stuck)

  expect(await bot.ask('chair', { ask: 'approve-summary', meeting }, { danger: 'no' })).toMatchObject(closed)
  expect(await bot.ask('chair', { ask: 'record-meeting', meeting }, aRecord)).toMatchObject(closed)
  expect(await bot.ask('chair', { ask: 'add-action', meeting }, aProposal)).toMatchObject(closed)
  expect(await bot.factNames()).not.toContain('summary-approved')
})
