/**
 * A danger that nobody reports, lived through: who is told, when and by what route. What is sent stands as tables in
 * `test/golden/danger`, which a reviewer reads.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDue } from '../../adapters/postgres/outbox/due.ts'
import { createOutbox } from '../../adapters/postgres/outbox/outbox.ts'
import { createCircuits } from '../../jobs/circuits.ts'
import { createDeliver } from '../../jobs/deliver.ts'
import { instantInWords } from '../../src/calendar/in-words.ts'
import { PersonId } from '../../src/ids.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { nameOf } from '../../src/people/name-of.ts'
import type { Platform } from '../../src/ports/accounts.ts'
import type { Messenger } from '../../src/ports/messenger.ts'
import { createStillTrue } from '../../src/say-instead.ts'
import { aRaising, demonstration, risk } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed, without } from '../support/leaving.ts'
import { silentLog } from '../support/silent-log.ts'

const partnership: Partnership = {
  ...staffed,
  urgent: { ...demonstration.urgent, contacts: [PersonId.parse('other-chair')] },
}

/** Where each of them is. */
const accounts: Readonly<Record<string, Platform>> = {
  ...{ 'social-worker': 'slack', iro: 'teams', 'team-manager': 'slack', 'deputy-social-worker': 'teams' },
  ...{ coordinator: 'web', 'other-chair': 'teams', practitioner: 'slack', 'school-lead': 'web' },
}

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

type Living = {
  readonly from: string
  readonly until: string
  readonly by?: string
  readonly identifier?: string
  readonly before?: () => unknown
  /** Slack takes nothing until then. */
  readonly slackDownUntil?: string
}

type Sent = { readonly at: string; readonly to: string; readonly way: string; readonly title: string }

async function live({ from, until, by = 'practitioner', identifier = 'LK104', before, ...rest }: Living) {
  bot.clock.moveTo(new Date(from))
  await before?.()
  await bot.ask(by, { ask: 'raise-case' }, { ...aRaising, identifier, ...risk })
  const [due, end, sent] = [createDue(bot.db), new Date(until), [] as Sent[]]
  const up = new Date(rest.slackDownUntil ?? from)
  const deliverReady = delivering(sent, up)
  for (;;) {
    await bot.ring()
    await deliverReady()
    const now = bot.clock.now()
    const next = (await due.nextMoment(now, end)) ?? end
    if (now >= end) break
    bot.clock.moveTo(now < up && up < next ? up : next)
  }
  return sent.filter(({ to }) => to !== by)
}

function delivering(sent: Sent[], up: Date): () => Promise<void> {
  const outbox = createOutbox(bot.db)
  const { deliver } = createDeliver({
    outbox,
    placeOf: (person) => {
      const platform = accounts[person] ?? 'slack'
      const account = { platform, workspace: 'W', user: person }
      return Promise.resolve({ account, messenger: messengerOf(platform, sent) })
    },
    circuits: createCircuits(bot.clock),
    stillTrue: createStillTrue({ store: bot.store, clock: bot.clock, partnership: bot.inForce, newId: randomUUID }),
    closeAccount: () => Promise.resolve(),
    tellUndelivered: () => Promise.resolve(),
    tellAtFault: () => Promise.resolve(),
    workingMoment: (at) => at,
    clock: bot.clock,
    log: silentLog,
    callTimeoutMs: 10_000,
  })
  return async () => {
    // Trying again is tested where it is done: here the worker knows that the platform is away.
    const isAway = (to: string) => accounts[to] === 'slack' && bot.clock.now() < up
    for (const { id, to } of await outbox.ready(bot.clock.now(), 100)) if (!isAway(to)) await deliver(id)
  }
}

const messengerOf = (platform: Platform, sent: Sent[]): Messenger => ({
  serves: () => Promise.resolve(true),
  accountOf: () => Promise.resolve(undefined),
  post({ user }, card) {
    const now = bot.clock.now()
    const way = platform === 'web' ? 'email' : platform
    sent.push({ at: instantInWords(now), to: user, way, title: card.title })
    return Promise.resolve({ way, conversation: user, message: randomUUID() })
  },
  find: () => Promise.resolve('no'),
})

/** One line a message, then how many each of them had. */
function table(sent: readonly Sent[]): string {
  const name = (id: string) => nameOf(bot.inForce(), PersonId.parse(id))
  const lines = sent.map(
    ({ at, to, way }) => `${at.padEnd(34)}${name(to).padEnd(18)}${roles[to]?.padEnd(24) ?? ''}${way}`,
  )
  return `${lines.join('\n')}\n\n${[...counted(sent)].map(([to, times]) => `${name(to).padEnd(18)}${times}`).join('\n')}\n`
}

const roles: Readonly<Record<string, string>> = {
  ...{ 'social-worker': 'social worker', iro: 'IRO', 'team-manager': "authority's lead" },
  ...{ 'deputy-social-worker': 'deputy', coordinator: 'coordinator', 'other-chair': 'urgent contact' },
  ...{ 'school-colleague': "the writer's deputy", 'school-lead': "the writer's lead" },
}

function counted(sent: readonly Sent[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { to } of sent) times.set(to, (times.get(to) ?? 0) + 1)
  return times
}

const workingDay = { from: '2026-09-07T08:30:00Z', until: '2026-09-08T08:30:00Z' }
const weekend = { from: '2026-09-11T15:30:00Z', until: '2026-09-14T08:30:00Z' }

const lives: readonly (readonly [name: string, Living])[] = [
  ['on a working day', workingDay],
  ['over a weekend', weekend],
  ['in a night', { from: '2026-09-07T21:00:00Z', until: '2026-09-08T21:00:00Z' }],
  [
    'with a social worker who has left',
    { ...workingDay, before: () => bot.applies(without(partnership, 'social-worker')) },
  ],
  [
    'with an IRO who is missing',
    { ...workingDay, before: () => bot.db.updateTable('children').set({ iro: null }).execute() },
  ],
  ['of a child whom nobody knows', { ...workingDay, by: 'school-lead', identifier: 'X1' }],
  [
    'of a child whom nobody knows without contacts',
    {
      ...{ ...workingDay, by: 'school-colleague', identifier: 'X1' },
      before: () => bot.applies({ ...partnership, urgent: { ...partnership.urgent, contacts: [] } }),
    },
  ],
  ['told by the social worker', { ...workingDay, by: 'social-worker' }],
  ['with Slack down for 16 hours', { ...workingDay, slackDownUntil: '2026-09-08T00:30:00Z' }],
]

describe('a danger that nobody reports for 24 hours or a weekend', () => {
  it.each(lives)('%s', async (name, living) => {
    const sent = await live(living)
    const times = counted(sent)

    expect(Math.max(...times.values())).toBeLessThanOrEqual(8)
    expect(times.size).toBeGreaterThanOrEqual(4)
    await expect(table(sent)).toMatchFileSnapshot(`../golden/danger/${name.replaceAll(' ', '-')}.txt`)
  })

  it('gives each person at most two messages until the working day opens', async () => {
    const sent = await live({ from: '2026-09-11T16:30:00Z', until: '2026-09-14T07:59:00Z' })

    expect([...new Set(counted(sent).values())]).toEqual([2])
  })

  it('counts what is said at the very moment of closing as said at night', async () => {
    const sent = await live({ from: '2026-09-07T13:00:00Z', until: '2026-09-08T07:59:00Z' })
    const atNight = sent.filter(({ at }) => !/, 1[4-6]:/.test(at))

    expect(atNight.some(({ at }) => at.endsWith(', 17:00'))).toBe(true)
    expect(Math.max(...counted(atNight).values())).toBe(2)
  })

  it('delivers one message to a person after an outage of 16 hours, and the newest', async () => {
    const up = '2026-09-08T00:30:00Z'
    const sent = await live({ from: workingDay.from, until: '2026-09-08T00:45:00Z', slackDownUntil: up })

    expect(counted(sent).get('social-worker')).toBe(1)
  })

  it('says one stage after a night in which no process ran', async () => {
    bot.clock.moveTo(new Date('2026-09-07T15:00:00Z'))
    await bot.ask('practitioner', { ask: 'raise-case' }, { ...aRaising, ...risk })
    await bot.deliver()
    bot.clock.moveTo(new Date('2026-09-08T07:00:00Z'))
    await bot.ring()
    await bot.deliver()

    expect((await bot.said()).map(({ to }) => to)).toEqual([
      ...['social-worker', 'iro', 'practitioner'],
      ...['team-manager', 'deputy-social-worker'],
    ])
  })

  it('is told to a new social worker', async () => {
    bot.clock.moveTo(new Date(workingDay.from))
    await bot.ask('practitioner', { ask: 'raise-case' }, { ...aRaising, ...risk })
    await bot.until('2026-09-07T10:00:00Z')
    await bot.db.updateTable('children').set({ social_worker: 'health-lead' }).execute()
    await bot.until('2026-09-07T12:00:00Z')

    expect((await bot.said('health-lead')).map(({ urgent }) => urgent)).toEqual([true])
  })

  it('names the out-of-hours line in every message', async () => {
    bot.clock.moveTo(new Date(workingDay.from))
    await bot.ask('practitioner', { ask: 'raise-case' }, { ...aRaising, ...risk })
    await bot.until('2026-09-08T08:30:00Z')

    for (const { card } of await bot.said()) expect(JSON.stringify(card)).toContain(demonstration.urgent.outOfHours)
  })
})
