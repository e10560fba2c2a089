/** A case is called by the reference of its child, also one from before; the code that older messages say still finds it. */
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createFactLog } from '../../adapters/postgres/log/read-facts.ts'
import { up } from '../../adapters/postgres/migrations/0028-one-reference.ts'
import type { CaseId } from '../../src/ids.ts'
import { aRaising } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { asking, went } from '../support/stages.ts'

let bot: Bot
let first: CaseId
let ref: string
beforeAll(async () => (bot = await startBot()))
beforeEach(async () => {
  await bot.startOver()
  first = (await asking(bot)).case
  ref = (await bot.db.selectFrom('children').select('ref').executeTakeFirstOrThrow()).ref
})
afterAll(() => bot.close())

/** The first is closed, and the same child is raised again. */
async function again(): Promise<void> {
  await bot.db.updateTable('cases').set({ state: 'closed', closed_at: bot.clock.now() }).execute()
  bot.clock.moveTo(new Date('2026-09-21T10:00:00Z'))
  went(await bot.ask('practitioner', { ask: 'raise-case' }, aRaising))
}

const refs = async () =>
  (await bot.db.selectFrom('cases').select('ref').orderBy('raised_at').execute()).map((one) => one.ref)

it('is that of the child, with a number for each later case', async () => {
  await again()

  expect(await refs()).toEqual([ref, `${ref}-2`])
})

it('is given to a case from before, whatever the others are called, and the log is found by the code that it had', async () => {
  await again()
  // What the second was called before is what the child is called.
  await sql`alter table cases drop column earlier_ref`.execute(bot.db)
  await sql`update cases set ref = 'H7X-9TC' where id = ${first}`.execute(bot.db)
  await sql`update cases set ref = ${ref} where id <> ${first}`.execute(bot.db)

  await up(bot.db as unknown as Kysely<unknown>)

  expect(await refs()).toEqual([ref, `${ref}-2`])
  const linesOf = async (reference: string) => (await createFactLog(bot.db).ofCase(reference))?.lines
  expect(await linesOf('H7X-9TC')).toEqual(await linesOf(ref))
  expect(await linesOf(ref)).not.toEqual(await linesOf(`${ref}-2`))
  const page = JSON.stringify(await bot.ask('social-worker', { ask: 'open-case', case: first }))
  expect(page).toContain(`"Case ${ref}"`)
  expect(page).toContain('["Earlier reference","H7X-9TC"]')
})
