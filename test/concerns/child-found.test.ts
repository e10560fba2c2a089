/** A danger that was told of while nobody knew the child goes to those who answer for the child once they are found. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aRaising, reported, risk } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed } from '../support/leaving.ts'
import { went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

it('is said to the social worker and the IRO, who can record the report', async () => {
  const form = await bot.ask('school-lead', { ask: 'open-raise-case' })
  if (form.kind !== 'form') throw new Error(form.kind)
  const given = { ...aRaising, identifier: 'X9' }
  await bot.ask('school-lead', form.submit.ask, { ...given, ...risk })
  went(await bot.ask('school-lead', form.submit.ask, given))
  const { raising } = await bot.last('raising-unmatched')
  expect((await bot.last('risk-unreported')).told).toEqual(['coordinator'])
  went(await bot.fillIn('coordinator', { ask: 'open-match-raising', raising }, { identifier: 'LK104', danger: 'no' }))

  for (const who of ['social-worker', 'iro'])
    expect((await bot.said(who)).filter(({ urgent }) => urgent)).toHaveLength(1)
  const { case: stuck } = await bot.last('case-raised')
  const { id: child } = await bot.db.selectFrom('children').select('id').executeTakeFirstOrThrow()
  expect(await bot.db.selectFrom('concerns').select(['case_id', 'child']).execute()).toEqual([
    { case_id: stuck, child },
  ])
  const { concern } = await bot.last('risk-unreported')
  went(await bot.fillIn('social-worker', { ask: 'open-report-concern', concern }, reported))
})
