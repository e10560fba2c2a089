import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createAccounts } from '../../adapters/postgres/accounts/accounts.ts'
import { createFindPlace, type FindPlaceParts } from '../../jobs/place.ts'
import type { Account } from '../../src/ports/accounts.ts'
import type { Messenger } from '../../src/ports/messenger.ts'
import { linked } from '../support/accounts.ts'
import { manualClock } from '../support/manual-clock.ts'
import { after, outboxForTest, person } from '../support/outbox.ts'
import { tinyMessenger } from '../support/tiny-messenger.ts'

const slack: Account = { platform: 'slack', workspace: 'T1', user: 'U1' }
const teams: Account = { platform: 'teams', workspace: 'tenant', user: 'amy' }
const browser: Account = { platform: 'web', workspace: 'web', user: 'amy' }

let t: Awaited<ReturnType<typeof outboxForTest>>
beforeAll(async () => {
  t = await outboxForTest()
})
afterAll(() => t.drop())
beforeEach(async () => {
  await t.db.deleteFrom('accounts').execute()
})

/** Asked for a place alone, so it posts nothing. */
const messenger = (finds?: Account, serves = true): Messenger => ({
  ...tinyMessenger('http://127.0.0.1:1', () => Promise.resolve(finds)),
  serves: () => Promise.resolve(serves),
})

async function place(given: Partial<FindPlaceParts>): Promise<Account | 'web' | 'nowhere'> {
  const accounts = createAccounts(t.db, manualClock('2026-03-02T12:00:00Z'))
  const placeOf = createFindPlace({ accounts, stillHolds: () => true, messengers: {}, pages: false, ...given })
  const found = await placeOf(person('amy'))
  return 'account' in found ? found.account : found.way
}

const all = { slack: messenger(), teams: messenger(), email: messenger(browser) }

async function both(): Promise<void> {
  await linked(t.db, slack, 'amy')
  await linked(t.db, teams, 'amy', { at: after(1) })
}

it('is the account used last, or the one that is preferred', async () => {
  await both()
  expect(await place({ messengers: all })).toEqual(teams)

  await t.db.updateTable('accounts').set({ preferred: true }).where('platform', '=', 'slack').execute()
  expect(await place({ messengers: all })).toEqual(slack)
})

it.each<[string, Partial<FindPlaceParts>]>([
  ['the partnership no longer takes', { stillHolds: ({ platform }) => platform !== 'teams' }],
  ['cannot be written to now', { messengers: { ...all, teams: messenger(undefined, false) } }],
  ['is on a platform that is off', { messengers: { slack: messenger(), email: messenger(browser) } }],
])('is another account than one that %s', async (_, given) => {
  await both()
  expect(await place({ messengers: all, ...given })).toEqual(slack)
})

it.each(['removed_at', 'unreachable_since'] as const)('is never an account with %s', async (column) => {
  await both()
  await t.db.updateTable('accounts').set(column, after(2)).where('platform', '=', 'teams').execute()
  expect(await place({ messengers: all })).toEqual(slack)
})

it('is an account that a chat finds, before an email', async () => {
  expect(await place({ messengers: { email: messenger(browser), teams: messenger(teams) } })).toEqual(teams)
  expect(await place({ messengers: { slack: messenger(), email: messenger(browser) } })).toEqual(browser)
})

it('is an email for who used the browser last', async () => {
  await linked(t.db, slack, 'amy')
  await linked(t.db, browser, 'amy', { at: after(1), linkedBy: 'letter' })
  expect(await place({ messengers: all })).toEqual(browser)
})

it('is no email to a browser that was taken away, since nobody could sign in', async () => {
  await linked(t.db, browser, 'amy', { linkedBy: 'letter' })
  await t.db
    .updateTable('accounts')
    .set({ removed_at: after(1) })
    .execute()
  expect(await place({ messengers: all })).toBe('nowhere')
})

it('is the pages where there is no mail, and else nowhere', async () => {
  expect(await place({ messengers: { slack: messenger() }, pages: true })).toBe('web')
  expect(await place({ messengers: { slack: messenger() } })).toBe('nowhere')
  await expect(place({})).rejects.toThrow('no platform is on')
})
