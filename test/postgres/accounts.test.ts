import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createAccounts } from '../../adapters/postgres/accounts/accounts.ts'
import type { Account, Accounts } from '../../src/ports/accounts.ts'
import { linked } from '../support/accounts.ts'
import { manualClock } from '../support/manual-clock.ts'
import { outboxForTest, person } from '../support/outbox.ts'

const slack: Account = { platform: 'slack', workspace: 'T1', user: 'U1' }
const teams: Account = { platform: 'teams', workspace: 'here', user: 'amy' }
const clock = manualClock('2026-03-02T12:00:00Z')

let t: Awaited<ReturnType<typeof outboxForTest>>
let accounts: Accounts
beforeAll(async () => {
  t = await outboxForTest()
  accounts = createAccounts(t.db, clock)
})
afterAll(() => t.drop())
beforeEach(async () => {
  await t.db.deleteFrom('accounts').execute()
})

const reachable = async (name: string) => (await accounts.reachableOf(person(name))).map(({ platform }) => platform)

it('knows nobody until an account is linked', async () => {
  expect(await accounts.holdingOf(slack)).toBeUndefined()
  expect(await reachable('amy')).toEqual([])

  await linked(t.db, slack, 'amy', { at: clock.now() })

  expect(await accounts.holdingOf(slack)).toMatchObject({ ...slack, person: 'amy', removed: false, usedLast: true })
  expect(await accounts.holdingOf({ ...slack, workspace: 'T2' })).toBeUndefined()
  expect(await reachable('amy')).toEqual(['slack'])
})

it('writes to the account used last, however shortly after the other', async () => {
  await linked(t.db, slack, 'amy', { at: clock.now() })
  clock.pass(1)
  await linked(t.db, teams, 'amy', { at: clock.now() })
  expect(await reachable('amy')).toEqual(['teams', 'slack'])
  expect(await accounts.holdingOf(slack)).toMatchObject({ usedLast: false })

  clock.pass(1)
  await accounts.used(slack)
  expect(await reachable('amy')).toEqual(['slack', 'teams'])
})

it('writes to the one that is preferred, whatever was used last', async () => {
  await linked(t.db, slack, 'amy', { at: clock.now() })
  clock.pass(1)
  await linked(t.db, teams, 'amy', { at: clock.now() })
  await t.db.updateTable('accounts').set({ preferred: true }).where('platform', '=', 'slack').execute()

  expect(await reachable('amy')).toEqual(['slack', 'teams'])
})

it('writes to none that was taken away or cannot be reached, until it is used again', async () => {
  await linked(t.db, slack, 'amy', { at: clock.now() })
  await linked(t.db, teams, 'amy', { at: clock.now() })
  await t.db.updateTable('accounts').set({ removed_at: clock.now() }).where('platform', '=', 'teams').execute()
  await t.db.updateTable('accounts').set({ unreachable_since: clock.now() }).where('platform', '=', 'slack').execute()
  expect(await reachable('amy')).toEqual([])

  await accounts.used(slack)
  expect(await reachable('amy')).toEqual(['slack'])
})

it('keeps for a platform what it needs to write first, of accounts that are somebody’s alone', async () => {
  await accounts.keepConversation(teams, { service: 'https://one' })
  expect(await accounts.conversationOf(teams)).toBeUndefined()

  await linked(t.db, teams, 'amy')
  await accounts.keepConversation(teams, { service: 'https://two' })
  expect(await accounts.conversationOf(teams)).toEqual({ service: 'https://two' })
  await accounts.keepConversation(teams, undefined)
  expect(await accounts.conversationOf(teams)).toBeUndefined()
})

it('notes once that its person was welcomed, and of nobody at an account that nobody holds', async () => {
  expect(await accounts.welcomed(slack)).toBe(false)
  await linked(t.db, slack, 'amy', { at: clock.now() })
  expect([await accounts.welcomed(slack), await accounts.welcomed(slack)]).toEqual([true, false])
})
