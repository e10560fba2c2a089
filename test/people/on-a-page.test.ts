/** A message that lies on a page of which nothing tells its person. */
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createOutbox } from '../../adapters/postgres/outbox/outbox.ts'
import { createCircuits } from '../../jobs/circuits.ts'
import { createDeliver } from '../../jobs/deliver.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { PersonId, type MessageId } from '../../src/ids.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { noteUnannounced, pageOpened } from '../../src/people/on-a-page.ts'
import type { PeopleNeeds } from '../../src/people/needs.ts'
import { tell } from '../../src/people/tell.ts'
import { card } from '../../src/display/card.ts'
import type { World } from '../../src/ports/world.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed } from '../support/leaving.ts'
import { silentLog } from '../support/silent-log.ts'

const phone = '01632 960555'
const partnership: Partnership = {
  ...staffed,
  people: staffed.people.map((one) => (one.id === 'police-lead' ? { ...one, phone } : one)),
}

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const id = (person: string) => PersonId.parse(person)

const at = (use: (world: World<PeopleNeeds>) => Promise<void>) => {
  const now = bot.clock.now()
  const calendar = workingCalendar(partnership.closedDays)
  return bot.store.transact({ at: now }, (tx) => use({ tx, now, partnership, calendar, newId: randomUUID }))
}

/** Says it to somebody who has a page alone, and puts it there. */
async function lies(person: string, urgent?: true): Promise<MessageId> {
  const key = `asked-${randomUUID()}` as const
  const message = {
    key,
    to: id(person),
    card: card('Something', []),
    about: { subject: 'person', id: id(person) } as const,
  }
  await at((world) => tell(world, { ...message, ...(urgent && { urgent }) }))
  const row = await bot.db.selectFrom('outbox').select('id').where('key', '=', key).executeTakeFirstOrThrow()
  await put(row.id as MessageId)
  return row.id as MessageId
}

const put = (message: MessageId) =>
  createDeliver({
    outbox: createOutbox(bot.db),
    placeOf: () => Promise.resolve({ way: 'web' }),
    circuits: createCircuits(bot.clock),
    stillTrue: () => Promise.resolve(true),
    tellUndelivered: () => Promise.resolve(),
    noteUnannounced: ({ to }) => at((world) => noteUnannounced(world, to)),
    tellAtFault: () => Promise.resolve(),
    closeAccount: () => Promise.resolve(),
    workingMoment: (moment) => moment,
    clock: bot.clock,
    log: silentLog,
    callTimeoutMs: 10_000,
  }).deliver(message)

const opens = (person: string, ...messages: MessageId[]) => at((world) => pageOpened(world, id(person), messages))
const stateOf = async (message: MessageId) =>
  (await bot.db.selectFrom('outbox').select('state').where('id', '=', message).executeTakeFirstOrThrow()).state
const notices = async () =>
  (await bot.said()).filter(({ key }) => key.startsWith('unopened-')).map(({ to, card: { body } }) => [to, body])
const unreached = async (...people: string[]) => [...(await bot.look(({ tx }) => tx.unreached(people.map(id))))]
const lying = () => createOutbox(bot.db).lyingOnPages()

it('is delivered when its person opened the page on which it stands, and the record says so', async () => {
  const [first, second] = [await lies('police-lead'), await lies('police-lead')]
  expect(await stateOf(first)).toBe('on-page')
  expect(await lying()).toEqual({ messages: 2, people: 1 })
  const about = { subject: 'person', id: id('police-lead') } as const
  const delivered = () => bot.look(({ tx }) => tx.deliveredAt(about, id('police-lead')))
  expect(await delivered()).toBeUndefined()

  await bot.until('2026-09-07T15:00:00Z')
  await opens('police-lead', first, second)
  await opens('police-lead', first, second)

  expect([await stateOf(first), await stateOf(second)]).toEqual(['sent', 'sent'])
  expect(await delivered()).toEqual(new Date('2026-09-07T15:00:00Z'))
  expect(await lying()).toEqual({ messages: 0, people: 0 })
  expect((await bot.facts()).filter(({ fact }) => fact === 'page-opened')).toMatchObject([
    { person: 'police-lead', messages: 2 },
  ])
  await bot.until('2026-09-20T15:00:00Z')
  expect(await notices()).toEqual([])
})

it('is opened by its person alone', async () => {
  const message = await lies('police-lead')
  await opens('school-lead', message)
  expect(await stateOf(message)).toBe('on-page')
})

it('is told to the coordinators after a working day, once for all that lies there', async () => {
  await bot.until('2026-09-11T14:00:00Z') // a Friday
  await lies('police-lead')
  await bot.until('2026-09-11T15:30:00Z')
  await lies('police-lead')
  await bot.until('2026-09-14T13:59:00Z')
  expect(await notices()).toEqual([])

  await bot.until('2026-09-14T14:00:00Z')
  await lies('police-lead')
  await bot.until('2026-09-21T15:00:00Z')

  expect(await notices()).toEqual([
    [
      'coordinator',
      [
        {
          block: 'text',
          text: expect.stringContaining(
            'has messages since Friday 11 September 2026, on a page that they have not opened.',
          ) as string,
        },
      ],
    ],
  ])
  expect(JSON.stringify(await notices())).toContain(`on ${phone}.`)
  expect(await bot.last('page-unopened')).toMatchObject({ person: 'police-lead', to: ['coordinator'] })
})

it('counts its person as not reached from then on, until they open it or use an account', async () => {
  const message = await lies('police-lead')
  expect(await unreached('police-lead', 'school-lead')).toEqual([])
  await bot.until('2026-09-08T16:00:00Z')
  expect(await unreached('police-lead', 'school-lead')).toEqual(['police-lead'])

  const account = {
    platform: 'slack',
    workspace: 'T1',
    account_user: 'U1',
    person: 'police-lead',
    linked_by: 'address',
  }
  const times = { linked_at: bot.clock.now(), used_at: bot.clock.now() }
  await bot.db
    .insertInto('accounts')
    .values({ id: randomUUID(), ...account, ...times })
    .execute()
  expect(await unreached('police-lead')).toEqual([])
  await sql`delete from accounts`.execute(bot.db)

  await opens('police-lead', message)
  expect(await unreached('police-lead')).toEqual([])
})

it('of a coordinator is told to their lead and to the other coordinators', async () => {
  bot.applies({
    ...partnership,
    people: partnership.people.map((one) =>
      one.id === 'police-lead' ? { ...one, roles: [...one.roles, 'coordinator'] } : one,
    ),
  })
  await lies('coordinator')
  await bot.until('2026-09-08T16:00:00Z')
  expect((await notices()).map(([to]) => to)).toEqual(['police-lead', 'team-manager'])
})

it('waits for its person again where it stands on an older page', async () => {
  const [older, newer] = [await lies('police-lead'), await lies('police-lead')]
  await opens('police-lead', newer)
  expect(await stateOf(older)).toBe('on-page')

  await bot.until('2026-09-08T16:00:00Z')
  expect(await notices()).toHaveLength(1)
})

it('that may have been posted elsewhere before stays one of which it is not known how often it came', async () => {
  const message = await lies('police-lead')
  await bot.db.updateTable('outbox').set({ copies: 2 }).where('id', '=', message).execute()
  await opens('police-lead', message)
  expect(await stateOf(message)).toBe('unsure')
})
