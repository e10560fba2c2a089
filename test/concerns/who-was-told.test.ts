/** The writer of a concern reads who was told of it: nobody whom no message reaches, and for who is away their deputy. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aRaising, risk } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { raised } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

async function read(who = 'practitioner'): Promise<string> {
  const form = await bot.ask(who, { ask: 'raise-case' }, { ...aRaising, identifier: 'LK104', ...risk })
  return /We have told (.*?) that you have a concern/.exec(JSON.stringify(form))?.[1] ?? 'nobody'
}

it('is the social worker and the IRO, by name for a colleague of the authority', async () => {
  expect(await read()).toBe('Samira Holt (social worker) and Imogen Rooke (IRO)')
})

it('is the authority for somebody outside it', async () => {
  expect(await read('police-lead')).toBe('Larkshire Council')
})

it('leaves out somebody whom no message reaches, who is told all the same', async () => {
  await raised(bot)
  await bot.db
    .updateTable('outbox')
    .set({ state: 'undeliverable', settled_at: bot.clock.now() })
    .where('person', '=', 'iro')
    .execute()

  expect(await read()).not.toContain('Imogen Rooke')
  expect((await bot.said('iro')).some(({ urgent }) => urgent)).toBe(true)
})

it('is the deputy of somebody who is away', async () => {
  await bot.db
    .insertInto('away')
    .values({ person: 'social-worker', from_day: '2026-09-01', until_day: '2026-09-30' })
    .execute()

  expect(await read()).toBe('Dale Whitcombe (for Samira Holt, social worker) and Imogen Rooke (IRO)')
})
