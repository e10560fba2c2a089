import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest'
import { createFactLog } from '../../adapters/postgres/log/read-facts.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { done } from '../../src/display/answer.ts'
import type { CaseId } from '../../src/ids.ts'
import { printFacts } from '../../adapters/terminal/facts.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking } from '../support/stages.ts'

let bot: Bot
let reference: string
let stuck: CaseId
beforeAll(async () => {
  bot = await startBot()
})
beforeEach(async () => {
  await bot.startOver()
  const { case: id } = await asking(bot)
  stuck = id
  reference = (await bot.db.selectFrom('cases').select('ref').where('id', '=', id).executeTakeFirstOrThrow()).ref
})
afterAll(() => bot.close())

const brokenAt = async () => (await createFactLog(bot.db).ofCase(reference))?.brokenAt
const seqs = async () =>
  (await bot.db.selectFrom('facts').select('seq').where('chain', 'like', 'case-%').orderBy('seq').execute()).map(
    ({ seq }) => seq,
  )

it('the log of a case is whole as it was written', async () => {
  expect(await brokenAt()).toBe(0)
})

it('a line that was changed shows', async () => {
  const [, second = ''] = await seqs()
  await bot.db.updateTable('facts').set({ by: 'somebody-else' }).where('seq', '=', second).execute()

  expect(await brokenAt()).toBe(2)
})

it('a line that was taken from the end shows', async () => {
  const all = await seqs()
  await bot.db
    .deleteFrom('facts')
    .where('seq', '=', all.at(-1) ?? '')
    .execute()

  expect(await brokenAt()).toBe(all.length)
})

describe('once the partnership has versions', () => {
  /** Lines that were written before name none. */
  async function opened(...versions: readonly number[]): Promise<void> {
    for (const version of versions) {
      const parts = { db: bot.db, seals: sealsOf(createVault('5e'.repeat(32))), committed: () => undefined }
      const store = createStore({ ...parts, version: () => version })
      await store.transact({ at: bot.clock.now() }, async (tx) => {
        await tx.record({ fact: 'identity-opened', case: stuck })
        return done('Opened.')
      })
    }
  }

  it('each line names the one in force, and the log from before still holds', async () => {
    const before = (await seqs()).length
    await opened(1, 2)
    const { lines = [], brokenAt: broken } = (await createFactLog(bot.db).ofCase(reference)) ?? {}

    expect(broken).toBe(0)
    expect(lines.slice(before - 1).map(({ version }) => version)).toEqual([undefined, 1, 2])

    const printed: string[] = []
    const said: string[] = []
    const terminal = { out: (words: string) => printed.push(words), err: (words: string) => said.push(words) }
    await printFacts([reference, '--versions'], () => Promise.resolve(createFactLog(bot.db)), terminal)
    expect(printed.at(-1)).toContain('  v2    identity-opened')
    expect(said).toEqual(['The log is complete.\n'])
  })

  it('a version that was changed shows', async () => {
    await opened(1, 2)
    const all = await seqs()
    await bot.db
      .updateTable('facts')
      .set({ partnership_version: 1 })
      .where('seq', '=', all.at(-1) ?? '')
      .execute()

    expect(await brokenAt()).toBe(all.length)
  })
})
