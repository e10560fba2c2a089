/** Dated rows of who is what to a thing: what its columns say today has one open row, and what was before has an end. */
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { up } from '../../adapters/postgres/migrations/0017-parts.ts'
import { keepParts, thingsThatDiffer, thingsWithParts } from '../../adapters/postgres/rooms/parts.ts'
import type { HeldAs } from '../../src/handovers/asks.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { hold } from '../support/holdings.ts'
import { staffed, without } from '../support/leaving.ts'
import { approved, asking, raised, recorded, went } from '../support/stages.ts'

let bot: Bot
beforeAll(async () => (bot = await startBot({ partnership: staffed })))
beforeEach(() => bot.startOver())
afterAll(() => bot.close())

async function differ(): Promise<readonly string[]> {
  const found = []
  for (const subject of thingsWithParts) found.push(...(await thingsThatDiffer(bot.db, subject)))
  return found
}

const rows = (role: string, thing?: string) =>
  bot.db
    .selectFrom('parts')
    .select(['subject', 'person', 'since', 'until'])
    .where('role', '=', role)
    .$if(thing !== undefined, (query) => query.where('thing', '=', thing ?? ''))
    .orderBy('id')
    .execute()

/** The parts that have rows: what a view asks of an agency has none, since the agency is who is asked. */
const withRows: Partial<Record<HeldAs, string>> = {
  'child-social-worker': 'social-worker',
  'child-iro': 'iro',
  'case-social-worker': 'social-worker',
  'case-iro': 'iro',
  'case-chair': 'chair',
  action: 'owner',
  duty: 'owner',
  notes: 'note-taker',
}

describe.each(Object.entries(withRows) as [HeldAs, string][])('%s', (part, role) => {
  it('ends for one and begins for the other at the moment of the press', async () => {
    const { thing, holder, successor } = await hold[part](bot)
    // Some of them are put apart by hand.
    for (const subject of thingsWithParts)
      await keepParts(bot.db, bot.clock.now(), subject, await thingsThatDiffer(bot.db, subject))
    await bot.deliver()
    bot.applies(without(staffed, holder))
    bot.clock.moveTo(new Date(bot.clock.now().getTime() + 60_000))
    went(await bot.fillIn('coordinator', { ask: 'open-give-held', part, thing }, { to: successor }))

    const at = bot.clock.now()
    expect((await rows(role, thing)).slice(-2)).toMatchObject([
      { person: holder, until: at },
      { person: successor, since: at, until: null },
    ])
    expect(await differ()).toEqual([])
  })
})

it('the chair of a meeting is the chair of its case, also when another chairs', async () => {
  const { case: stuck, meeting } = await recorded(bot)
  went(await bot.fillIn('social-worker', { ask: 'open-replace-chair', case: stuck }, { to: 'other-chair' }))

  for (const thing of [stuck, meeting])
    expect((await rows('chair', thing)).map(({ person, until }) => [person, until === null])).toEqual([
      ['chair', false],
      ['other-chair', true],
    ])
  expect(await differ()).toEqual([])
})

it('what is saved again with the same people keeps its rows', async () => {
  await approved(bot)
  const all = await bot.db.selectFrom('parts').selectAll().orderBy('id').execute()
  expect(new Set(all.map(({ subject }) => subject))).toEqual(new Set(['child', 'case', 'meeting', 'action']))
  expect(all.every(({ until }) => until === null)).toBe(true)
  expect(await differ()).toEqual([])
})

it('a child that is given back has no social worker from then on', async () => {
  const { id } = await bot.db.selectFrom('children').select('id').executeTakeFirstOrThrow()
  await bot.ask('social-worker', { ask: 'confirm-children' }, { [`mine-${id}`]: 'no' })
  went(await bot.ask('social-worker', { ask: 'children-not-mine' }, { notMine: [id] }))

  expect(await rows('social-worker', id)).toMatchObject([{ until: bot.clock.now() }])
  expect(await rows('iro', id)).toMatchObject([{ until: null }])
  expect(await bot.last('child-not-mine')).toMatchObject({ child: id, from: 'social-worker' })
  expect(await differ()).toEqual([])
})

it('a note-taker is named, and another in their place: each is a fact', async () => {
  const { meeting } = await recorded(bot, {}, {}, 'practitioner')
  const first = await bot.last('note-taker-named')
  went(await bot.fillIn('chair', { ask: 'open-note-taker', meeting }, { noteTaker: 'social-worker' }))

  expect(first).toMatchObject({ meeting, to: 'practitioner' })
  expect(first.from).toBeUndefined()
  expect(await bot.last('note-taker-named')).toMatchObject({ meeting, from: 'practitioner', to: 'social-worker' })
  expect((await rows('note-taker', meeting)).map(({ person }) => person)).toEqual(['practitioner', 'social-worker'])
  expect(await differ()).toEqual([])
})

it('a duty that goes on with the social worker of today has a fact that says whose it was', async () => {
  const { id } = await bot.db.selectFrom('children').select('id').executeTakeFirstOrThrow()
  const confirms = async (by: string) => went(await bot.ask(by, { ask: 'confirm-children' }, { [`mine-${id}`]: 'yes' }))
  await confirms('social-worker')
  await sql`update children set social_worker = 'deputy-social-worker', confirmed_at = null`.execute(bot.db)
  await keepParts(bot.db, bot.clock.now(), 'child', [id])
  await confirms('deputy-social-worker')

  expect(await bot.last('duty-passed-on')).toMatchObject({ from: 'social-worker', to: 'deputy-social-worker' })
  expect(await differ()).toEqual([])
})

it('nobody is somebody twice: there is one open row for each part of a thing', async () => {
  const thing = await raised(bot)
  const twice = { subject: 'case', thing, role: 'iro', person: 'other-iro', since: bot.clock.now(), until: null }
  await expect(bot.db.insertInto('parts').values(twice).execute()).rejects.toThrow('parts_today')
})

it('a clock that is behind never ends a part before it began', async () => {
  const thing = await raised(bot)
  await sql`update cases set iro = 'other-iro'`.execute(bot.db)
  await keepParts(bot.db, new Date('2020-01-01T00:00:00Z'), 'case', [thing])

  const [before] = await rows('iro', thing)
  expect(before?.until).toEqual(before?.since)
})

it('finds a thing whose columns were written without its rows', async () => {
  const thing = await raised(bot)
  await sql`update cases set iro = 'other-iro'`.execute(bot.db)
  expect(await differ()).toEqual([thing])
})

describe('a database from before', () => {
  it('is filled with whom its things name, since the log says so, or since they were made', async () => {
    const { case: stuck } = await asking(bot)
    const confirmedAt = bot.clock.now()
    bot.applies(without(staffed, 'iro'))
    bot.clock.moveTo(new Date(confirmedAt.getTime() + 60_000))
    const part = 'case-iro'
    await sql`update children set iro = 'other-iro'`.execute(bot.db)
    went(await bot.fillIn('coordinator', { ask: 'open-give-held', part, thing: stuck }, { to: 'other-iro' }))
    const handedAt = bot.clock.now()
    const [{ raised_at: raisedAt }] = (await bot.db.selectFrom('cases').select('raised_at').execute()) as [
      { raised_at: Date },
    ]
    bot.clock.moveTo(new Date(handedAt.getTime() + 60_000))

    await sql`drop table parts`.execute(bot.db)
    await up(bot.db as unknown as Kysely<unknown>)

    expect(await rows('social-worker', stuck)).toMatchObject([
      { person: 'social-worker', since: raisedAt, until: null },
    ])
    expect(await rows('chair', stuck)).toMatchObject([{ person: 'chair', until: null }])
    expect(await rows('iro', stuck)).toMatchObject([{ person: 'other-iro', since: handedAt, until: null }])
    expect(await differ()).toEqual([])
  })
})
