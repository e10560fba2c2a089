/** Wakes that a process set which kept no climbs: they are in running databases, and each still rings once. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBot, type Bot } from '../support/bot.ts'
import { raised } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

/** As the database was before there were climbs. */
async function setOldWake(wake: Record<string, string>, at: string): Promise<void> {
  await bot.db.deleteFrom('climbs').execute()
  await bot.db.deleteFrom('wakes').where('key', 'like', '%climb-due%').execute()
  await bot.db
    .insertInto('wakes')
    .values({ key: JSON.stringify(wake), wake: JSON.stringify(wake), due: new Date(at) })
    .execute()
}

const saidFrom = async (keyStart: string) =>
  (await bot.said())
    .filter(({ key }) => key.startsWith(keyStart))
    .map(({ to, notBefore }) => `${notBefore.toISOString().slice(0, 10)} ${to}`)

describe('a case that is not confirmed', () => {
  it('climbs on from an old wake', async () => {
    const id = await raised(bot)
    await bot.deliver()
    await setOldWake({ wake: 'case-unconfirmed', case: id }, '2026-09-09T08:00:00Z')

    await bot.until('2026-09-11T16:00:00Z')

    expect(await saidFrom('unconfirmed-')).toEqual([
      '2026-09-09 social-worker',
      '2026-09-11 social-worker',
      '2026-09-11 iro',
    ])
  })

  it('is at the stage that was said before', async () => {
    const id = await raised(bot)
    await bot.until('2026-09-09T16:00:00Z')
    await setOldWake({ wake: 'case-unconfirmed', case: id }, '2026-09-11T08:00:00Z')

    await bot.until('2026-09-11T16:00:00Z')

    expect(await saidFrom('unconfirmed-')).toEqual([
      '2026-09-09 social-worker',
      '2026-09-11 social-worker',
      '2026-09-11 iro',
    ])
  })

  it('is said once where an old wake and a new one stand side by side', async () => {
    const id = await raised(bot)
    const wake = { wake: 'case-unconfirmed', case: id }
    await bot.db
      .insertInto('wakes')
      .values({ key: JSON.stringify(wake), wake: JSON.stringify(wake), due: new Date('2026-09-09T08:00:00Z') })
      .execute()

    await bot.until('2026-09-10T16:00:00Z')

    expect(await saidFrom('unconfirmed-')).toEqual(['2026-09-09 social-worker'])
  })
})
