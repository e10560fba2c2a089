import { afterAll, beforeAll, expect, it } from 'vitest'
import { AgencyId } from '../../src/ids.ts'
import { aConfirmation, demonstration } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { raised, went } from '../support/stages.ts'

const like = demonstration.agencies.find(({ id }) => id === 'hazel-school')
const schools = Array.from({ length: 60 }, (_, count) => ({
  ...like,
  id: AgencyId.parse(`school-${count}`),
  name: `School ${count}`,
}))
const partnership = { ...demonstration, agencies: [...demonstration.agencies, ...schools] } as typeof demonstration

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership })))
afterAll(() => bot.close())

it('a partnership of many agencies is asked for one reason, which each of those asked reads', async () => {
  const stuck = await raised(bot)
  const open = { ask: 'open-confirm-case', case: stuck } as const
  const form = await bot.ask('social-worker', open)
  expect(form.kind === 'form' && Object.keys(form.fields).length).toBeLessThan(20)
  const confirm = (why: string) =>
    bot.fillIn('social-worker', open, { ...aConfirmation, agencies: ['school-7', 'larkshire-nhs-trust'], why })

  expect(await confirm('')).toMatchObject({ fields: { why: expect.any(String) as string } })
  went(await confirm('They see her every day.'))
  await bot.ring()

  const asked = (await bot.facts()).flatMap((fact) => (fact.fact === 'input-asked' ? [fact] : []))
  expect(asked.map(({ body }) => body).toSorted()).toEqual(['larkshire-nhs-trust', 'school-7'])
  for (const { person, request } of asked) {
    const who = await bot.ask(person, { ask: 'open-who', request })
    const words =
      who.kind === 'reading' ? who.body.flatMap((part) => (part.block === 'words' ? [part.words.reveal()] : [])) : []
    expect(words).toContain('They see her every day.')
  }
})
