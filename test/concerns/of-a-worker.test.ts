/** Where a worker may have done it, the social worker of the child hears nothing, however it comes to be said. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aRaising, risk } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed } from '../support/leaving.ts'
import type { PersonId } from '../../src/ids.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const both = { danger: 'both-unreported' }
const raise = (given: object) => bot.ask('practitioner', { ask: 'raise-case' }, { ...aRaising, ...given })
const urgentTo = async (who: string) =>
  (await bot.said(who)).filter(({ urgent, state }) => urgent && state !== 'withdrawn')

it('also where it was a risk alone at first', async () => {
  await raise(risk)
  expect(await urgentTo('social-worker')).toHaveLength(1)
  await raise(both)

  expect(await urgentTo('team-manager')).toHaveLength(1)
  expect(await bot.db.selectFrom('concerns').select('kind').execute()).toEqual([{ kind: 'both' }])
  const { concern } = await bot.last('risk-unreported')
  expect(await bot.ask('social-worker', { ask: 'open-report-concern', concern })).toMatchObject({
    reason: 'not-for-you',
  })
  await bot.until('2026-09-07T14:00:00Z')
  expect(await urgentTo('social-worker')).toEqual([])
})

it('also where they act for somebody who is away, who hears it then', async () => {
  bot.applies({
    ...staffed,
    people: staffed.people.map((one) =>
      one.id === 'team-manager' ? { ...one, deputy: 'social-worker' as PersonId } : one,
    ),
  })
  await bot.db
    .insertInto('away')
    .values({ person: 'team-manager', from_day: '2026-09-01', until_day: '2026-09-30' })
    .execute()
  await raise(both)

  expect(await urgentTo('social-worker')).toEqual([])
  expect(await urgentTo('team-manager')).toHaveLength(1)
  const { concern } = await bot.last('risk-unreported')
  expect(await bot.ask('social-worker', { ask: 'open-report-concern', concern })).toMatchObject({
    reason: 'not-for-you',
  })
})
