/** A return after a hand-over: what it says of the days before does not undo it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed, without } from '../support/leaving.ts'
import { importSmall } from '../support/small-return.ts'
import { went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed, children: [] })))
afterAll(() => bot.close())

async function importReturn(partnership: Partnership, allocations: readonly string[]): Promise<readonly string[]> {
  bot.applies(partnership)
  return (await importSmall(bot, { allocations })).reasons
}

const childNow = () => bot.db.selectFrom('children').select(['id', 'social_worker', 'iro']).executeTakeFirstOrThrow()

it('a return that names the leaver, or the person before them, leaves the child where it was handed', async () => {
  const before = 'L0001,deputy.social.worker@demo.example,,iro@demo.example,03/02/2025'
  const leaver = 'L0001,social.worker@demo.example,,iro@demo.example,01/06/2026'
  await importReturn(staffed, [before, leaver])
  expect(await childNow()).toMatchObject({ social_worker: 'social-worker' })

  const people = staffed.people.map((person) =>
    person.id === 'practitioner' ? { ...person, roles: ['social-worker' as const] } : person,
  )
  const later = without({ ...staffed, people }, 'social-worker')
  bot.applies(later)
  const { id: thing } = await childNow()
  const ask = { ask: 'give-held', part: 'child-social-worker', thing } as const
  went(await bot.ask('coordinator', ask, { to: 'practitioner' }))

  expect(await importReturn(later, [before, leaver])).toEqual(['unknown-address', 'handed-over-since'])
  expect(await childNow()).toMatchObject({ social_worker: 'practitioner', iro: 'iro' })

  await importReturn(later, ['L0001,deputy.social.worker@demo.example,,iro@demo.example,07/09/2026'])
  expect(await childNow()).toMatchObject({ social_worker: 'deputy-social-worker' })
})
