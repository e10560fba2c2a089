/** Where somebody must be rung, their number is there. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aRaising, demonstration, risk } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'

const phone = '01632 960555'
let bot: Bot
beforeAll(async () => {
  const people = demonstration.people.map((one) => (one.id === 'school-colleague' ? { ...one, phone } : one))
  bot = await startBot({ partnership: { ...demonstration, people } })
})
afterAll(() => bot.close())

it('of the writer, for social worker and IRO, and only where there is one', async () => {
  await bot.ask('school-colleague', { ask: 'raise-case' }, { ...aRaising, ...risk })
  await bot.ask('practitioner', { ask: 'raise-case' }, { ...aRaising, ...risk })
  const cards = (await bot.said('iro')).map(({ card }) => JSON.stringify(card))

  expect(cards).toHaveLength(2)
  expect(cards[0]).toContain(`Sunniva Bright said that a child may be at risk of harm`)
  expect(cards[0]).toContain(`Speak to them now, on ${phone}.`)
  expect(cards.at(-1)).toContain('Robin Ashdown said that a child may be at risk of harm')
  expect(cards.at(-1)).toContain('Speak to them now.')
})

it('of the raiser, for the person who finds the child', async () => {
  await bot.ask('school-colleague', { ask: 'raise-case' }, { ...aRaising, identifier: 'nobody-knows' })
  const { raising } = await bot.last('raising-unmatched')
  const form = await bot.ask('chair', { ask: 'open-match-raising', raising })

  expect(JSON.stringify(form)).toContain(`Sunniva Bright, school.colleague@demo.example, ${phone}`)
})
