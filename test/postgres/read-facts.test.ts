import { afterAll, beforeEach, beforeAll, expect, it } from 'vitest'
import { createFactLog } from '../../adapters/postgres/log/read-facts.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking } from '../support/stages.ts'

let bot: Bot
let reference: string
beforeAll(async () => {
  bot = await startBot()
})
beforeEach(async () => {
  await bot.startOver()
  const { case: id } = await asking(bot)
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
