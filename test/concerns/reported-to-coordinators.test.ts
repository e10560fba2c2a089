/** Where nobody answers for a child, those who hear that a danger was reported can learn which child. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aRaising, reported } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed } from '../support/leaving.ts'
import { went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

it('who hears of a report opens which child it is', async () => {
  await bot.db.updateTable('children').set({ social_worker: null, iro: null }).execute()
  went(await bot.ask('practitioner', { ask: 'raise-case' }, { ...aRaising, ...reported }))
  const { concern } = await bot.last('risk-reported')
  if (!concern) throw new Error('no concern')
  const ask = { ask: 'open-concern-child', concern } as const

  expect(JSON.stringify(await bot.said('coordinator'))).toContain('open-concern-child')
  expect(await bot.ask('coordinator', ask)).toMatchObject({ kind: 'reading' })
  expect(await bot.ask('practitioner', ask)).toMatchObject({ reason: 'not-for-you' })
})
