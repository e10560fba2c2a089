/** Two transactions that want the same rows: nobody who did nothing wrong is told that nothing was saved. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { done } from '../../src/display/answer.ts'
import { aView } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking, requestTo, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

it('a view given while a wake has its case and changes its request waits, and is kept', async () => {
  const asked = await asking(bot)
  const request = requestTo(asked, 'hazel-school')

  const given = await bot.db.transaction().execute(async (wake) => {
    await wake.selectFrom('cases').select('id').where('id', '=', asked.case).forUpdate().execute()
    const giving = bot.fillIn('school-lead', { ask: 'open-input', request }, aView)
    await somebodyWaits()
    await wake.updateTable('requests').set({ reminded_at: bot.clock.now() }).where('id', '=', request).execute()
    return { giving }
  })

  went(await given.giving)
})

async function somebodyWaits(): Promise<void> {
  await expect
    .poll(async () => (await sql`select 1 from pg_locks where not granted`.execute(bot.db)).rows.length)
    .toBeGreaterThan(0)
}

const storeOf = () =>
  createStore({ db: bot.db, seals: sealsOf(createVault('5e'.repeat(32))), committed: () => undefined })

it.each(['40P01', '40001'])('the victim of %s is served at the second try', async (code) => {
  let tries = 0
  const answer = await storeOf().transact({ at: bot.clock.now() }, () => {
    tries += 1
    return tries === 1 ? Promise.reject(Object.assign(new Error('victim'), { code })) : Promise.resolve(done('Kept.'))
  })

  expect([answer, tries]).toEqual([done('Kept.'), 2])
})

it('a wake that is the victim rings at the second try', async () => {
  await asking(bot)
  let tries = 0
  const rang = await storeOf().ringDue(new Date('2026-09-14T16:00:00Z'), () => {
    tries += 1
    return tries === 1 ? Promise.reject(Object.assign(new Error('victim'), { code: '40P01' })) : Promise.resolve()
  })

  expect([rang, tries]).toEqual([true, 2])
})

it('whatever else goes wrong is not tried again', async () => {
  let tries = 0
  const failing = storeOf().transact({ at: bot.clock.now() }, () => {
    tries += 1
    return Promise.reject(new Error('broken'))
  })

  await expect(failing).rejects.toThrow('broken')
  expect(tries).toBe(1)
})
