import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createAccounts } from '../../adapters/postgres/accounts/accounts.ts'
import { createCircuits, type Circuits } from '../../jobs/circuits.ts'
import { createDeliver } from '../../jobs/deliver.ts'
import { createFindPlace } from '../../jobs/place.ts'
import type { Account } from '../../src/ports/accounts.ts'
import type { Messenger, Way } from '../../src/ports/messenger.ts'
import { InstallationError, TooFastError, UndeliverableError } from '../../src/ports/messenger-errors.ts'
import { linked } from '../support/accounts.ts'
import { manualClock } from '../support/manual-clock.ts'
import { after, noon, outboxForTest } from '../support/outbox.ts'
import { silentLog } from '../support/silent-log.ts'

const slack: Account = { platform: 'slack', workspace: 'T1', user: 'U1' }
const teams: Account = { platform: 'teams', workspace: 'tenant', user: 'amy' }
const browser: Account = { platform: 'web', workspace: 'web', user: 'amy' }
const minute = 60_000

let t: Awaited<ReturnType<typeof outboxForTest>>
const clock = manualClock('2026-03-02T12:00:00Z')
let refusals: Partial<Record<Way, Error>>
let posts: Way[]
let told: string[]
let circuits: Circuits

beforeAll(async () => {
  t = await outboxForTest()
})
afterAll(() => t.drop())
beforeEach(async () => {
  clock.moveTo(noon)
  ;[refusals, posts, told, circuits] = [{}, [], [], createCircuits(clock)]
  await t.db.deleteFrom('outbox').execute()
  await t.db.deleteFrom('pauses').execute()
  await t.db.deleteFrom('accounts').execute()
  await linked(t.db, teams, 'amy')
  await linked(t.db, slack, 'amy', { at: after(1) })
})

const messenger = (way: Exclude<Way, 'web'>, finds?: Account): Messenger => ({
  serves: () => Promise.resolve(true),
  accountOf: () => Promise.resolve(finds),
  post(_to, _card, marker) {
    posts.push(way)
    const refusal = refusals[way]
    return refusal ? Promise.reject(refusal) : Promise.resolve({ way, conversation: way, message: marker })
  },
  find: () => Promise.resolve('no'),
})
const chats = { slack: messenger('slack'), teams: messenger('teams') }
const all = { ...chats, email: messenger('email', browser) }

function deliverer(messengers: Partial<typeof all> = all, pages = false) {
  const accounts = createAccounts(t.db, clock)
  return createDeliver({
    outbox: t.outbox,
    placeOf: createFindPlace({ accounts, stillHolds: () => true, messengers, pages }),
    circuits,
    tellUndelivered: (_, code) => Promise.resolve(void told.push(`undelivered ${code}`)),
    tellAtFault: ({ workspace }, code) => Promise.resolve(void told.push(`at fault ${workspace} ${code}`)),
    async closeAccount({ platform }) {
      await t.db.updateTable('accounts').set({ unreachable_since: noon }).where('platform', '=', platform).execute()
    },
    stillTrue: () => Promise.resolve(true),
    workingMoment: (at) => at,
    clock,
    log: silentLog,
    callTimeoutMs: 500,
  })
}

const closed = () => new UndeliverableError('user_disabled', { accountClosed: true })
const full = () => new TooFastError(30 * minute, { thisPersonAlone: true, elsewhere: 'smtp_mailbox-full' })

it('goes to the other chat where one account was closed, and never there again', async () => {
  refusals = { slack: closed() }
  const { deliver } = deliverer()
  const [first, second] = [await t.say(), await t.say()]
  await deliver(first)
  await deliver(second)

  expect(posts).toEqual(['slack', 'teams', 'teams'])
  expect(await t.rowOf(first)).toMatchObject({ state: 'sent', platform: 'teams', copies: 1 })
  expect(told).toEqual([])
})

it('goes by email where both chats are closed, and is undeliverable where no place is left', async () => {
  refusals = { slack: closed(), teams: closed() }
  const byEmail = await t.say()
  await deliverer().deliver(byEmail)
  expect(posts).toEqual(['slack', 'teams', 'email'])
  expect(await t.rowOf(byEmail)).toMatchObject({ state: 'sent', platform: 'email' })

  refusals.email = new UndeliverableError('smtp_550')
  const nowhere = await t.say()
  await deliverer().deliver(nowhere)
  expect(await t.rowOf(nowhere)).toMatchObject({ state: 'undeliverable', code: 'smtp_550' })
  expect(told).toEqual(['undelivered smtp_550'])
})

it('is marked as a repeat at the next place where the one before may have it', async () => {
  refusals = { slack: new TooFastError(30 * minute, { perhapsPosted: true, elsewhere: 'no-answer' }) }
  const id = await t.say()
  await deliverer().deliver(id)

  expect(posts).toEqual(['slack', 'teams'])
  expect(await t.rowOf(id)).toMatchObject({ state: 'unsure', platform: 'teams', copies: 2 })
})

it('goes by email where a chat does not take this message, and the account stays', async () => {
  refusals = { slack: new UndeliverableError('msg_too_long'), teams: new UndeliverableError('does-not-fit') }
  await deliverer().deliver(await t.say())
  expect(posts).toEqual(['slack', 'teams', 'email'])

  refusals = {}
  await deliverer().deliver(await t.say())
  expect(posts.at(-1)).toBe('slack')
})

it('goes elsewhere where the installation is at fault, which is said and stands on the status page until it works', async () => {
  refusals = { slack: new InstallationError('messages_tab_disabled') }
  const id = await t.say()
  await deliverer().deliver(id)

  expect(await t.rowOf(id)).toMatchObject({ state: 'sent', platform: 'teams' })
  expect(told).toEqual(['at fault T1 messages_tab_disabled'])
  expect(circuits.faults()).toEqual([
    { platform: 'slack', workspace: 'T1', code: 'messages_tab_disabled', since: noon },
  ])
  expect(circuits.closed(slack)).toBe(false)

  refusals = {}
  await deliverer().deliver(await t.say())
  expect(circuits.faults()).toEqual([])
})

it.each([false, true])('waits for the administrator where there is no other way, pages or not: %s', async (pages) => {
  await t.db.deleteFrom('accounts').where('platform', '=', 'teams').execute()
  refusals = { slack: new InstallationError('restricted_action') }
  const { deliver } = deliverer({ slack: chats.slack }, pages)
  const id = await t.say()
  for (let day = 0; day < 30; day += 1) {
    await deliver(id)
    clock.pass(24 * 60 * minute)
  }
  expect(await t.stateOf(id)).toBe('waiting')

  refusals = {}
  await deliver(id)
  expect(await t.rowOf(id)).toMatchObject({ state: 'sent', platform: 'slack' })
})

it('waits a day or so for a mailbox that is full, and is then undeliverable', async () => {
  await t.db.deleteFrom('accounts').execute()
  refusals = { email: full() }
  const { deliver } = deliverer({ email: all.email })
  const id = await t.say()
  for (let hour = 0; hour < 24; hour += 1) {
    await deliver(id)
    expect(await t.stateOf(id)).toBe('waiting')
    clock.pass(60 * minute)
  }
  expect(told).toEqual([])
  await deliver(id)
  expect(await t.rowOf(id)).toMatchObject({ state: 'undeliverable', code: 'smtp_mailbox-full' })
  expect(told).toEqual(['undelivered smtp_mailbox-full'])
})

it('says at once that an urgent one waits, and goes on trying', async () => {
  await t.db.deleteFrom('accounts').execute()
  refusals = { email: full() }
  const { deliver } = deliverer({ email: all.email })
  const id = await t.say({ urgent: true })
  await deliver(id)
  expect(told).toEqual(['undelivered smtp_mailbox-full'])

  refusals = {}
  clock.pass(30 * minute)
  await deliver(id)
  expect(await t.stateOf(id)).toBe('sent')
})

it('goes by email while nobody can be looked up for want of a right, and waits where there is no email', async () => {
  await t.db.deleteFrom('accounts').execute()
  const where = { platform: 'slack', workspace: 'T1' } as const
  const blind = {
    ...chats.slack,
    accountOf: () => Promise.reject(new InstallationError('missing_scope', { where })),
  }
  const id = await t.say()
  await deliverer({ slack: blind }).deliver(id)
  expect(await t.stateOf(id)).toBe('waiting')
  expect(told).toEqual(['at fault T1 missing_scope'])

  clock.pass(minute)
  await deliverer({ slack: blind, email: all.email }).deliver(id)
  expect(await t.rowOf(id)).toMatchObject({ state: 'sent', platform: 'email' })
})

/** Case 19: an account that was closed hides no other way, whatever the other ways answer. */
const forNow = () => new TooFastError(30 * minute, { elsewhere: 'a_code_of_next_year' })
const atFault = () => new InstallationError('restricted_action')
const thisMessage = () => new UndeliverableError('msg_too_long')

it.each([
  ['closed, and there is the other chat', { slack: closed }, ['slack', 'teams'], 'teams'],
  [
    'closed, and the other takes nothing for now',
    { slack: closed, teams: forNow },
    ['slack', 'teams', 'email'],
    'email',
  ],
  ['closed, and the other is at fault', { slack: closed, teams: atFault }, ['slack', 'teams', 'email'], 'email'],
  ['closed, and the other refuses this', { slack: closed, teams: thisMessage }, ['slack', 'teams', 'email'], 'email'],
  [
    'not there for now, and the other is closed',
    { slack: forNow, teams: closed },
    ['slack', 'teams', 'email'],
    'email',
  ],
  ['at fault, and the other is closed', { slack: atFault, teams: closed }, ['slack', 'teams', 'email'], 'email'],
  [
    'closed as the other is, and the mailbox is full',
    { slack: closed, teams: closed, email: full },
    ['slack', 'teams', 'email'],
    undefined,
  ],
] as const)('where one is %s', async (_, answers, tried, arrives) => {
  refusals = Object.fromEntries(Object.entries<() => Error>(answers).map(([way, error]) => [way, error()]))
  const id = await t.say({ urgent: true })
  await deliverer().deliver(id)

  expect(posts).toEqual(tried)
  expect(await t.rowOf(id)).toMatchObject(arrives ? { state: 'sent', platform: arrives } : { state: 'waiting' })
})
