import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { account, council, doors, health, police, startInHouses } from '../people/one-partnership.ts'
import { linked } from '../support/accounts.ts'
import type { Bot } from '../support/bot.ts'
import { asking } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startInHouses()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const told = async () => (await bot.said()).filter(({ key }) => key.startsWith('workspace-left'))

async function people() {
  await linked(bot.db, account(health, 'lead'), 'health-lead')
  await linked(bot.db, account(health, 'colleague'), 'health-colleague')
  await linked(bot.db, account(police, 'lead'), 'police-lead')
}

it('tells the chair of each open case, and those who look after the partnership, once, who now gets emails', async () => {
  await people()
  const { case: stuck } = await asking(bot)
  const { left } = doors(bot)

  await Promise.all([left(health), left(health)])

  expect(await told()).toMatchObject([
    { to: 'chair', card: { buttons: [{ ask: { ask: 'open-case', case: stuck } }] } },
    { to: 'chair', card: { buttons: [] } },
  ])
  const [aboutCase, all] = (await told()).map(({ card }) => JSON.stringify(card))
  expect(aboutCase).toContain('People from Larkshire NHS Trust now get emails')
  expect(aboutCase).toContain('Hanna Oyelaran')
  expect(aboutCase).not.toContain('Hugo Pennell')
  expect(all).toContain('Hugo Pennell')
})

it('tells nobody of people who have another chat, or have no account there', async () => {
  await people()
  await asking(bot)
  await linked(bot.db, account(council, 'lead'), 'health-lead', { linkedBy: 'code' })
  await linked(bot.db, account(council, 'colleague'), 'health-colleague', { linkedBy: 'code' })
  const { left } = doors(bot)

  await left(health)
  await left({ ...council, workspace: 'TNOBODY' })
  expect(await told()).toEqual([])

  await left(council)
  expect(await told()).toHaveLength(2)
})

it('says so where there is no mail, and nothing when one account alone was lost', async () => {
  await people()
  await asking(bot)
  const { left, accounts } = doors(bot, undefined, false)

  await left({ ...police, user: 'lead' })
  expect(await told()).toEqual([])
  expect(await accounts.holdingOf(account(police, 'lead'))).toMatchObject({ unreachable: true, removed: false })

  await left(health)
  expect(JSON.stringify(await told())).toContain('Unstuck sends no email here')
})

it('is over when the bot is let in again', async () => {
  await people()
  const { left, returned, accounts } = doors(bot)
  await left(health)
  expect(await accounts.holdingOf(account(health, 'lead'))).toMatchObject({ unreachable: true })

  await returned(health)
  expect(await accounts.holdingOf(account(health, 'lead'))).toMatchObject({ unreachable: false })
})
