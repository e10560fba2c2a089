import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createAccounts } from '../../adapters/postgres/accounts.ts'
import type { Account, Accounts } from '../../src/ports/accounts.ts'
import { manualClock } from '../support/manual-clock.ts'
import { outboxForTest, person } from '../support/outbox.ts'

const slack: Account = { platform: 'slack', workspace: 'T1', user: 'U1' }
const web: Account = { platform: 'web', workspace: 'here', user: 'amy' }
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

it('knows nobody until an account is linked', async () => {
  expect(await accounts.personOf(slack)).toBeUndefined()
  expect(await accounts.accountFor(person('amy'))).toBeUndefined()

  await accounts.link(slack, person('amy'))

  expect(await accounts.personOf(slack)).toBe('amy')
  expect(await accounts.personOf({ ...slack, workspace: 'T2' })).toBeUndefined()
  expect(await accounts.accountFor(person('amy'))).toEqual(slack)
})

it('writes to the account used last, however shortly after the other', async () => {
  await accounts.link(slack, person('amy'))
  clock.pass(1)
  await accounts.link(web, person('amy'))
  expect(await accounts.accountFor(person('amy'))).toEqual(web)

  clock.pass(1)
  await accounts.used(slack)
  expect(await accounts.accountFor(person('amy'))).toEqual(slack)
  expect(await accounts.accountFor(person('amy'), 'web')).toEqual(web)

  clock.pass(1)
  await accounts.used(web)
  expect(await accounts.accountFor(person('amy'))).toEqual(web)
})

it('does not write at every press', async () => {
  await accounts.link(slack, person('amy'))
  const usedAt = () => t.db.selectFrom('accounts').select('used_at').executeTakeFirstOrThrow()
  const linked = await usedAt()

  clock.pass(60_000)
  await accounts.used(slack)
  expect(await usedAt()).toEqual(linked)

  clock.pass(3_600_000)
  await accounts.used(slack)
  expect(await usedAt()).toEqual({ used_at: clock.now() })
})

it('moves an account that now belongs to somebody else', async () => {
  await accounts.link(slack, person('amy'))
  await accounts.link(slack, person('ben'))

  expect(await accounts.personOf(slack)).toBe('ben')
  expect(await accounts.accountFor(person('amy'))).toBeUndefined()
})
