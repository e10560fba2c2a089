/** Who hears instead of somebody who is not there, whom no message reaches, or who stands in for nobody any longer. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOutbox } from '../../adapters/postgres/outbox/outbox.ts'
import { createCircuits } from '../../jobs/circuits.ts'
import { createDeliver } from '../../jobs/deliver.ts'
import { PersonId, type MessageId } from '../../src/ids.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { Part } from '../../src/parts/part.ts'
import { unreachedOf } from '../../src/parts/unreached.ts'
import { UndeliverableError } from '../../src/ports/messenger-errors.ts'
import type { Messenger } from '../../src/ports/messenger.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed, without } from '../support/leaving.ts'
import { sendNow } from '../support/send-now.ts'
import { silentLog } from '../support/silent-log.ts'
import { approved, raised } from '../support/stages.ts'
import { slackAccount } from '../support/tiny-messenger.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

const closed: Messenger = {
  serves: () => Promise.resolve(true),
  accountOf: () => Promise.resolve(undefined),
  post: () => Promise.reject(new UndeliverableError('account_inactive')),
  find: () => Promise.resolve('no'),
}

/** Their account is closed: what waits for them is tried, and never arrives. */
async function nothingReaches(person: string): Promise<void> {
  await bot.ring() // news goes with the post of the day
  const account = slackAccount(person)
  const { deliver } = createDeliver({
    outbox: createOutbox(bot.db),
    placeOf: () => Promise.resolve({ account, messenger: closed }),
    circuits: createCircuits(bot.clock),
    stillTrue: () => Promise.resolve(true),
    tellUndelivered: () => Promise.resolve(),
    tellAtFault: () => Promise.resolve(),
    closeAccount: () => Promise.resolve(),
    workingMoment: (at) => at,
    clock: bot.clock,
    log: silentLog,
    callTimeoutMs: 10_000,
  })
  const waiting = await bot.db
    .selectFrom('outbox')
    .select('id')
    .where('person', '=', person)
    .where('state', '=', 'waiting')
    .execute()
  for (const { id } of waiting) await deliver(id as MessageId)
}

const saidFrom = async (keyStart: string) =>
  (await bot.said()).filter(({ key }) => key.startsWith(keyStart)).map(({ to, card }) => [to, card.title])

const toIro = [
  ['social-worker', expect.stringMatching(/still waiting for you$/)],
  ['social-worker', expect.stringMatching(/still waiting for you$/)],
  ['iro', expect.stringMatching(/not confirmed yet$/)],
]
const toCoordinator = ['coordinator', expect.stringMatching(/^Case \S{7}: not confirmed yet$/)]

/** Without the lead and those who chair, who hear as well that they can confirm it. */
const saidToTheirs = async (keyStart: string) =>
  (await saidFrom(keyStart)).filter(([to = '']) => ['social-worker', 'iro', 'coordinator'].includes(to))

describe('a case that its IRO should hear of', () => {
  it('is heard of by the coordinators as well where the account of the IRO is closed', async () => {
    await raised(bot)
    await nothingReaches('iro')
    await bot.until('2026-09-11T16:00:00Z')

    const said = await saidToTheirs('unconfirmed-')
    expect(said).toEqual([...toIro, toCoordinator])
    const { key } = (await bot.said('coordinator')).find((one) => one.key.startsWith('unconfirmed-')) ?? { key: '' }
    expect(await sendNow(bot, key)).toBe('withdrawn') // the IRO was reached after all
    await sql`update outbox set state = 'undeliverable' where person = 'iro'`.execute(bot.db)
    expect(await sendNow(bot, key)).toBe('sent')
  })

  it('is theirs alone once a message reaches them, or they have been here since', async () => {
    await raised(bot)
    await nothingReaches('iro')
    await bot.db
      .insertInto('accounts')
      .values({
        ...{ id: randomUUID(), platform: 'slack', workspace: 'T1', account_user: 'iro', person: 'iro' },
        ...{ linked_by: 'address', linked_at: bot.clock.now(), removed_at: null, unreachable_since: null },
        ...{ used_at: new Date(bot.clock.now().getTime() + 60_000), conversation: null },
      })
      .execute()
    await bot.until('2026-09-11T16:00:00Z')

    expect(await saidToTheirs('unconfirmed-')).toEqual(toIro)
  })

  it('goes to the coordinators where it has no IRO, who read its reference and nothing else of it', async () => {
    await bot.db.updateTable('children').set({ iro: null }).execute()
    await raised(bot)
    await bot.until('2026-09-11T16:00:00Z')

    expect((await saidToTheirs('unconfirmed-')).slice(2)).toEqual([toCoordinator])
    const { key, card } = (await bot.said('coordinator')).find((one) => one.key.startsWith('unconfirmed-')) ?? {}
    expect(card?.buttons).toEqual([])
    expect(await sendNow(bot, key ?? '')).toBe('sent')
  })

  it('is said of the ladder too: the coordinators hear with the lead, and the record says who is missing', async () => {
    await approved(bot)
    await bot.db
      .updateTable('outbox')
      .set({ state: 'undeliverable', settled_at: bot.clock.now() })
      .where('person', '=', 'iro')
      .execute()
    await bot.until('2026-10-24T16:00:00Z')

    const rungs = (await bot.facts()).flatMap((fact) => (fact.fact === 'rung-reached' ? [fact] : []))
    expect(rungs.find(({ rung }) => rung === 'iro')).toMatchObject({
      to: ['health-lead', 'iro', 'coordinator', 'chair'],
      missing: ['iro'],
    })
    const posts = (await bot.said('coordinator')).filter(({ card }) => /overdue/i.test(card.title))
    expect(posts.length).toBeGreaterThan(0)
    for (const { card } of posts) {
      expect(card.buttons).toEqual([]) // they may not open it
      expect(card.body).toMatchObject([{ block: 'text' }])
      expect(JSON.stringify(card.body)).toContain('does not get our messages.')
    }
    bot.clock.moveTo(posts.at(-1)?.notBefore ?? bot.clock.now())
    expect(await sendNow(bot, posts.at(-1)?.key ?? '')).toBe('sent')
  })

  it('is heard of by the IRO where nothing reaches the social worker, and says so', async () => {
    await raised(bot)
    await bot.until('2026-09-10T16:00:00Z')
    await sql`update outbox set state = 'undeliverable' where person = 'social-worker'`.execute(bot.db)
    await bot.until('2026-09-11T16:00:00Z')

    const heard = (await bot.said('iro')).filter(({ key }) => key.startsWith('unconfirmed-'))
    expect(heard).toHaveLength(1)
    expect(JSON.stringify(heard[0]?.card.body)).toContain('Our messages do not reach the social worker')
  })

  it('counts somebody away as not reached where nothing reaches the person who receives their messages', async () => {
    await raised(bot)
    const parts = [
      {
        person: PersonId.parse('social-worker'),
        role: 'owner',
        thing: { subject: 'case', id: '' },
        through: 'themselves',
      },
    ] as unknown as readonly Part[]
    const unreached = async () => [...(await bot.look((world) => unreachedOf(world, parts)))]
    await bot.db
      .insertInto('away')
      .values({ person: 'social-worker', from_day: '2026-09-01', until_day: '2026-09-30' })
      .execute()
    expect(await unreached()).toEqual([])

    await sql`update outbox set person = 'deputy-social-worker', state = 'undeliverable', settled_at = ${bot.clock.now()}
      where person = 'social-worker'`.execute(bot.db)
    expect(await unreached()).toEqual(['social-worker'])
  })
})

it('a reminder to confirm is for the social worker, whatever else the one before is to the case', async () => {
  await raised(bot, {}, 'social-worker')
  await bot.until('2026-09-09T16:00:00Z')
  const [{ key } = { key: '' }] = (await bot.said('social-worker')).filter((one) => one.key.startsWith('unconfirmed-'))
  expect(await sendNow(bot, key)).toBe('sent')

  await sql`update cases set social_worker = 'deputy-social-worker'`.execute(bot.db)
  expect(await sendNow(bot, key)).toBe('withdrawn')
})

describe('a message that waits for the deputy of somebody who is away', () => {
  const withDeputy = (deputy: string): Partnership => ({
    ...staffed,
    people: staffed.people.map((person) =>
      person.id === 'social-worker' ? { ...person, deputy: PersonId.parse(deputy) } : person,
    ),
  })

  async function waitsForDeputy(): Promise<string> {
    await bot.db
      .insertInto('away')
      .values({ person: 'social-worker', from_day: '2026-09-01', until_day: '2026-09-30' })
      .execute()
    await raised(bot)
    const [{ key } = { key: '' }] = (await bot.said('deputy-social-worker')).filter((one) => one.state === 'waiting')
    return key
  }

  const instead = async (key: string) =>
    (await bot.said()).filter((one) => one.key.startsWith(`${key}-instead`)).map(({ to, card }) => [to, card.title])

  it('goes to another deputy, where the file names another before it is sent', async () => {
    const key = await waitsForDeputy()
    const [before] = (await bot.said('deputy-social-worker')).map(({ card }) => card.title)
    bot.applies(withDeputy('practitioner'))

    expect(await sendNow(bot, key)).toBe('withdrawn')
    expect(await sendNow(bot, key)).toBe('withdrawn')
    expect(await instead(key)).toEqual([['practitioner', before]])
    expect(await sendNow(bot, `${key}-instead-practitioner`)).toBe('sent')
  })

  it('goes to the one who is next, where the deputy has left', async () => {
    const key = await waitsForDeputy()
    bot.applies(without(withDeputy('team-manager'), 'deputy-social-worker'))

    expect(await sendNow(bot, key)).toBe('withdrawn')
    expect((await instead(key)).map(([to]) => to)).toEqual(['team-manager'])
  })

  it('goes to nobody where it is no longer true', async () => {
    const key = await waitsForDeputy()
    bot.applies(withDeputy('practitioner'))
    await sql`update cases set social_worker = 'team-manager'`.execute(bot.db)

    expect(await sendNow(bot, key)).toBe('withdrawn')
    expect(await instead(key)).toEqual([])
  })
})
