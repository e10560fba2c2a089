/** A file gave somebody the address of another person: once it is corrected, that person's accounts are no longer theirs. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createAccounts } from '../../adapters/postgres/accounts/accounts.ts'
import { createSignIns } from '../../adapters/postgres/accounts/sign-ins.ts'
import { PersonId } from '../../src/ids.ts'
import type { Account } from '../../src/ports/accounts.ts'
import { createArriveInBrowser } from '../../src/people/arrive-in-browser.ts'
import { endOldLinks } from '../../src/people/end-old-links.ts'
import { createRecognise } from '../../src/people/recognise.ts'
import { linked } from '../support/accounts.ts'
import { silentLog } from '../support/silent-log.ts'
import { changed, read, testshire } from '../support/testshire.ts'
import { startVersions } from '../support/versions.ts'

const worker = PersonId.parse('worker')
const slack = { platform: 'slack', workspace: 'T1', user: 'U1' } as const
const byCode = { platform: 'slack', workspace: 'T1', user: 'U2' } as const
const browser = { platform: 'web', workspace: 'web', user: 'worker' } as const

const admitted = 'workspaces: [{ platform: slack, workspace: T1, agencies: [council], domains: [testshire.example] }]\n'
const wrong = testshire + admitted
const right = changed('worker@testshire.example', 's.holt@testshire.example', wrong)

let t: Awaited<ReturnType<typeof startVersions>>
beforeEach(async () => {
  t = await startVersions()
  await t.applyText(wrong)
  await linked(t.db, slack, 'worker')
  await linked(t.db, byCode, 'worker', { linkedBy: 'code' })
  await linked(t.db, browser, 'worker', { linkedBy: 'letter' })
})
afterEach(() => t.close())

const accounts = () => createAccounts(t.db, t.clock)
const holders = () =>
  Promise.all([slack, byCode, browser].map(async (one: Account) => (await accounts().holdingOf(one))?.person))

it('unlinks what the old address had linked, and bars nobody from linking again', async () => {
  await t.applyText(right)
  expect(await holders()).toEqual([undefined, 'worker', undefined])
  const facts = t.db.selectFrom('facts').select('fact').where('fact', '=', 'account-unlinked')
  expect(await facts.execute()).toHaveLength(2)

  let version = 1
  const recognise = createRecognise({
    ...{ accounts: accounts(), store: t.store, clock: t.clock, log: silentLog },
    partnership: () => ({ ...read(version === 1 ? wrong : right), version }),
    newId: () => crypto.randomUUID(),
  })
  const as = (address: string) => recognise(slack, () => Promise.resolve({ fullMember: true, address }))
  expect(await as('worker@testshire.example')).toBe('nobody-we-know') // by a process that has not taken it up yet
  version = 2
  expect(await as('worker@testshire.example')).toBe('nobody-we-know')
  expect(await as('s.holt@testshire.example')).toBe('worker')
})

it('ends the link also where nobody saw the change: another file at a start, rows of an older copy of the database', async () => {
  await t.db.deleteFrom('accounts').execute()
  const parts = { store: t.store, clock: t.clock, newId: () => crypto.randomUUID() }
  const inForce = (text: string, version = 1) => ({ ...read(text), version })
  const recognise = createRecognise({
    ...{ ...parts, accounts: accounts(), log: silentLog },
    partnership: () => inForce(wrong),
  })
  await recognise(slack, () => Promise.resolve({ fullMember: true, address: 'worker@testshire.example' }))
  await createArriveInBrowser({ ...parts, partnership: () => inForce(wrong) })(worker)
  await linked(t.db, byCode, 'worker', { linkedBy: 'code' })
  const check = (text: string) =>
    t.store.transact({ at: t.clock.now() }, (tx) => endOldLinks({ tx, partnership: read(text) }))
  const hashes = async () =>
    (await t.db.selectFrom('accounts').select('address_hash').execute()).map((row) => row.address_hash)
  expect(JSON.stringify(await hashes())).not.toContain('testshire')
  expect((await hashes()).filter((one) => one !== null)).toHaveLength(2)

  await check(wrong)
  expect(await holders()).toEqual(['worker', 'worker', 'worker'])
  await check(right)
  expect(await holders()).toEqual([undefined, 'worker', undefined])
  expect(await t.db.selectFrom('facts').select('fact').where('fact', '=', 'account-unlinked').execute()).toHaveLength(2)
})

it('takes an account from before to belong to the address of today, and holds it to that from then on', async () => {
  const check = (text: string) =>
    t.store.transact({ at: t.clock.now() }, (tx) => endOldLinks({ tx, partnership: read(text) }))
  await check(right)
  expect(await holders()).toEqual(['worker', 'worker', 'worker'])
  await check(wrong)
  expect(await holders()).toEqual([undefined, 'worker', undefined])
})

it('ends the sessions, and what was on its way to the old address', async () => {
  const signIns = createSignIns(t.db, { realClock: t.clock, secretKey: '5e'.repeat(32) })
  const session = await signIns.begin(worker)
  const { link } = (await signIns.ask({ browser: 'b', address: 'worker@testshire.example', person: worker })) as {
    link?: string
  }
  expect(await signIns.personOf(session ?? '')).toBe('worker')

  await t.applyText(right)
  expect(await signIns.personOf(session ?? '')).toBeUndefined()
  expect(await signIns.spend(link ?? '', 'b')).toBeUndefined()
})

it('unlinks when somebody leaves: another person may have the address or the id from then on', async () => {
  await t.applyText(changed(/ {2}- id: worker[\s\S]*?June\n/.exec(wrong)?.[0] ?? '', '', wrong))
  expect(await holders()).toEqual([undefined, 'worker', undefined])
  await t.applyText(wrong)
  expect(await holders()).toEqual([undefined, 'worker', undefined])
})

it('leaves everybody else, and an address that is only written otherwise', async () => {
  await t.applyText(changed('worker@testshire.example', 'Worker@Testshire.example', wrong))
  await t.applyText(changed('nurse@testshire.example', 'h.o@testshire.example', wrong))
  expect(await holders()).toEqual(['worker', 'worker', 'worker'])
})
