import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { accountsFromShell } from '../../adapters/terminal/accounts.ts'
import { refused } from '../../src/display/refusal.ts'
import type { AccountId } from '../../src/ids.ts'
import { giveBackAccount, removeAccount } from '../../src/people/own-accounts.ts'
import { whereReached, type Ways } from '../../src/people/where-reached.ts'
import { account, council, ofHouses, police, startInHouses } from '../people/one-partnership.ts'
import { linked } from '../support/accounts.ts'
import type { Bot } from '../support/bot.ts'

let bot: Bot
beforeAll(async () => (bot = await startInHouses()))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const withMail: Ways = { chats: ['slack'], mail: true, pages: false }

const change = (id: AccountId, how: typeof removeAccount) =>
  bot.store.transact({ at: bot.clock.now() }, async (tx) => {
    const found = await tx.accountById(id)
    return found ? how({ tx }, found) : refused('no-longer-there')
  })

async function run(args: readonly string[], ways = withMail) {
  const written: string[] = []
  const code = await accountsFromShell(
    args,
    {
      list: () => bot.store.look(bot.clock.now(), (tx) => whereReached({ tx, partnership: ofHouses }, ways)),
      remove: (id) => change(id, removeAccount),
      giveBack: (id) => change(id, giveBackAccount),
    },
    { out: (words) => written.push(words), err: (words) => written.push(words) },
  )
  return { code, written: written.join('') }
}

it('says where everybody is reached, without an address or a name', async () => {
  const first = await linked(bot.db, account(council), 'iro')
  await linked(bot.db, account(council, 'U2'), 'iro', { at: bot.clock.now() })
  await linked(bot.db, account(police), 'iro', { linkedBy: 'code' })
  await bot.ask('iro', { ask: 'prefer-account', account: first })
  const { code, written } = await run([])

  expect(code).toBe(0)
  expect(written).toContain('iro: slack\n')
  expect(written).toContain(`  ${first}  slack TCOUNCIL U1, linked by address, reached here, preferred\n`)
  expect(written).toContain('chair: by email\n')
  for (const { name, email } of ofHouses.people) for (const told of [name, email]) expect(written).not.toContain(told)
  expect((await run([], { ...withMail, chats: [], mail: false })).written).toContain('iro: nowhere\n')
})

it('takes an account away, once', async () => {
  const id = await linked(bot.db, account(council), 'iro')

  expect(await run(['remove', id])).toMatchObject({ code: 0 })
  expect(await bot.facts()).toMatchObject([{ fact: 'account-removed', account: id, person: 'iro', by: null }])
  expect(await run(['remove', id])).toMatchObject({ code: 1 })
  expect(await run(['remove', '9f0c1a52-4b7e-4b8e-9d3f-6a1f2b3c4d5e'])).toMatchObject({ code: 1 })
})

it('gives back what its person could not get back, such as the browser of a lost machine', async () => {
  const browser = { platform: 'web', workspace: 'web', user: 'iro' } as const
  const id = await linked(bot.db, browser, 'iro', { linkedBy: 'letter' })
  await run(['remove', id])
  expect((await run([])).written).toContain(`iro: nowhere\n  ${id}  web web iro, linked by email, removed\n`)

  expect(await run(['give-back', id])).toMatchObject({ code: 0 })
  expect(await run(['give-back', id])).toMatchObject({ code: 1 })
  expect((await run([])).written).toContain('iro: by email\n')
  expect(await bot.factNames()).toEqual(['account-removed', 'account-linked'])
})

it.each([[['remove']], [['toString', '9f0c1a52-4b7e-4b8e-9d3f-6a1f2b3c4d5e']], [['remove', 'iro']], [['list', 'all']]])(
  'explains itself: %j',
  async (args) => {
    expect(await run(args)).toMatchObject({ code: 2, written: expect.stringContaining('Usage') as string })
  },
)
