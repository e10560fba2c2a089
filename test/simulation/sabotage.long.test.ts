/** Each rule that is held after a life is broken once by hand, and the simulation says so. */
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database, Opened } from '../../adapters/postgres/schema/database.ts'
import { asDay } from '../../src/calendar/day.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { card, type Card } from '../../src/display/card.ts'
import { reading, words } from '../../src/display/reading.ts'
import { Typed } from '../../src/display/typed.ts'
import { PersonId } from '../../src/ids.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { childsName } from './fill.ts'
import { faultsIn, liveThrough } from './life.ts'
import { firstDifference } from './lives.ts'
import type { OpenWorld } from './open-world.ts'
import { overheard } from './overheard.ts'
import type { Landed } from './platform.ts'
import { openQuickly } from '../support/quick-database.ts'
import { untruthsIn } from './untruths.ts'

/** Begins with a case whose actions are chased, and has messages of many kinds. */
const seed = 15

let database: TestDatabase
let opened: Opened
let world: OpenWorld

beforeAll(async () => {
  database = await freshDatabase()
  opened = openQuickly(database.url)
  world = await liveThrough(opened.db, seed)
}, 120_000)
afterAll(async () => {
  await opened.close()
  await database.drop()
})

/** What is said of this life once its record, or what landed, is changed so; then it is as it was. */
async function faultsAfter(
  record: string,
  landed: (all: readonly Landed[]) => readonly Landed[] = (all) => all,
  drawn = world.drawn,
) {
  let faults: readonly string[] = []
  const undone = new Error('undone')
  await opened.db
    .transaction()
    .execute(async (db: Kysely<Database>) => {
      if (record) await sql.raw(record).execute(db)
      faults = await faultsIn({ ...world, db, drawn, landed: landed(world.landed) })
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
  return faults.join('\n')
}

const last = (all: readonly Landed[]): Landed => {
  const found = all.at(-1)
  if (!found) throw new Error('nothing landed in this life')
  return found
}
const withCard = (change: (card: Card) => Card) => (all: readonly Landed[]) => [
  ...all.slice(0, -1),
  { ...last(all), card: change(last(all).card) },
]
/** The first that is so: no life needs to have more than one. */
const one = (table: string, where: string) => `(select id from ${table} where ${where} order by id limit 1)`
const sent = one('outbox', "state = 'sent' and platform in ('slack', 'teams', 'email')")

it('says nothing of the life as it was', async () => {
  expect(await faultsAfter('')).toBe('')
})

it.each<readonly [why: string, record: string, fault: RegExp]>([
  [
    'a message is left lying',
    `update outbox set state = 'waiting', lease_until = null where id = ${sent}`,
    /is still waiting/,
  ],
  [
    'a wake does not ring',
    `update wakes set due = '2020-01-01' where key = (select min(key) from wakes)`,
    /1 wakes are overdue/,
  ],
  [
    'a message is sent to a platform that never had it',
    `update outbox set id = gen_random_uuid() where id = ${sent}`,
    /never arrived/,
  ],
  [
    'a message was undeliverable and nobody was told',
    `update outbox set state = 'undeliverable', person = 'school-lead', key = 'x' where id = ${sent}`,
    /nobody was told/,
  ],
  ['a copy is not counted', `update outbox set copies = 0 where id = ${sent}`, /is sent with 0, and came 1 times/],
  ['two copies pass as one', `update outbox set copies = 2 where id = ${sent}`, /is sent with 2, and came 1 times/],
  [
    'a message came to somebody else',
    `update outbox set person = case person when 'police-lead' then 'school-lead' else 'police-lead' end where id = ${sent}`,
    /is for (police|school)-lead and came to/,
  ],
  [
    'an action has no wake',
    `update cases set state = 'following-up', closed_at = null; update actions set state = 'open'; delete from wakes`,
    /nothing comes back to the action/,
  ],
  [
    'a case has no wake',
    `update cases set state = 'raised', closed_at = null; delete from wakes`,
    /nothing comes back to the raised case/,
  ],
  [
    'a meeting has no wake',
    `update cases set state = 'convening', closed_at = null; update meetings set state = 'offered'; delete from wakes`,
    /nothing comes back to the meeting/,
  ],
  [
    'a page names the child',
    `update outbox set card = jsonb_set(card, '{title}', '"${childsName}"')`,
    /the page of .* shows in/,
  ],
  [
    'somebody left and nobody was told',
    `update cases set state = 'following-up', closed_at = null; update actions set state = 'open', owner = 'somebody-gone'`,
    /is with somebody-gone, who has left, and nobody was told/,
  ],
  [
    'a fact is changed',
    `update facts set by = 'iro' where seq = (select min(seq) from facts where by <> 'iro')`,
    /the chain is broken at/,
  ],
  ['a chain has lost its end', `delete from facts where seq = (select max(seq) from facts)`, /has lost its end/],
  [
    'a state has no fact',
    `update cases set state = case state when 'closed' then 'raised' else 'closed' end,
      closed_at = case state when 'closed' then null else raised_at end`,
    /closed cases stand against \d+ facts/,
  ],
  [
    'an IRO owns an action that they judge',
    `update cases set state = 'following-up', closed_at = null, iro = 'iro';
      update actions set state = 'open', kind = null, owner = 'iro', offered_to = null, offered_by = null, offered_at = null`,
    /iro owns an action that they judge/,
  ],
  [
    'an action is theirs before they accept it',
    `insert into facts (chain, fact, data, by, at, previous, hash) values
      ('x', 'action-offered', '{"action": "a", "from": "chair", "to": "health-lead"}', 'chair', '2026-12-09', '', ''),
      ('x', 'action-handed-over', '{"action": "a", "from": "chair", "to": "health-lead"}', 'chair', '2026-12-09', '', '')`,
    /health-lead has what chair handed to them, before they accepted it/,
  ],
  [
    'a case ended and nobody is on record',
    `update cases set state = 'closed', closed_at = raised_at`,
    /was closed, but nobody is on record/,
  ],
])('notices that %s', async (_, record, fault) => {
  expect(await faultsAfter(record)).toMatch(fault)
})

it.each<readonly [why: string, landed: (all: readonly Landed[]) => readonly Landed[], fault: RegExp]>([
  ['a repeat is not marked', (all) => [...all, { ...last(all), marked: false }], /came to .* again, unmarked/],
  [
    'there are more copies than the record says',
    // Two more: the record may know of one repeat already.
    (all) => [...all, { ...last(all), marked: true }, { ...last(all), marked: true }],
    /with [12], and came 3 times/,
  ],
  [
    'a routine message came at night',
    (all) => [...all.slice(0, -1), { ...last(all), urgent: false, at: new Date('2026-12-09T03:00:00Z') }],
    /came to .* at 2026-12-09T03/,
  ],
  [
    'a routine message came on a bank holiday',
    (all) => [...all.slice(0, -1), { ...last(all), urgent: false, at: new Date('2026-12-25T11:00:00Z') }],
    /at 2026-12-25T11/,
  ],
  ['a card names the child', withCard((shown) => card(`${shown.title} ${childsName}`, shown.body)), /names the child/],
  ['a card holds what was typed', withCard(() => card(`Something ${typed()}`, [])), /holds what .* wrote as/],
])('notices that %s', async (_, landed, fault) => {
  expect(await faultsAfter('', landed)).toMatch(fault)
})

it('notices that a card that was settled still has its button', async () => {
  expect(await faultsAfter('', undefined, new Map())).toMatch(/would be refused to/)
})

it('notices that a danger is said too often, and not that it is over', async () => {
  const id = '5a0c1f0e-7d1b-4e55-9d5c-3f2a5f0b7c11'
  const record = `insert into concerns (id, writer, told, raised_at, repeats, key, taken_back_at)
      values ('${id}', 'nobody', '[]', '2026-12-09', 0, '', '2026-12-10');
    update outbox set subject = 'concern', subject_id = '${id}', what = 'danger' where person = 'social-worker'`
  const night = (all: readonly Landed[]) =>
    Array.from({ length: 9 }, () => all.filter(({ to }) => to === 'social-worker').slice(0, 9))
      .flat()
      .map((message) => ({ ...message, at: new Date('2026-12-09T03:00:00Z') }))
  const faults = await faultsAfter(record, night)

  expect(faults).toMatch(/social-worker had 9 messages about one danger in 24 hours/)
  expect(faults).toMatch(/social-worker had 9 messages about one danger in one night/)
  expect(faults).toMatch(/social-worker was told of a danger and not that it is over/)
})

/** A word that somebody wrote and nobody approved. */
function typed(): string {
  const found = world.words.all.findIndex(({ field }) => field === 'tried')
  return `qz${String(found + 1).replaceAll(/\d/g, (digit) => String.fromCodePoint(97 + Number(digit)))}zq`
}

it('notices that somebody reads what they may not see', async () => {
  const shown = reading('Case', [words('What was tried?', new Typed(typed()))])
  const outsider = PersonId.parse('coordinator')

  expect(await overheard(world, outsider, shown)).toEqual([expect.stringMatching(/is nobody who may see it/)])
  expect(await overheard(world, PersonId.parse('chair'), shown)).toEqual([])
  expect(await overheard(world, outsider, reading('Who', [words('Name', new Typed(childsName))]))).toEqual([
    expect.stringMatching(/was shown the name of the child/),
  ])
})

it.each<readonly [title: string, now: string, untrue: boolean]>([
  ['Case X: your action is due today', '2026-12-04T09:00:00Z', false],
  ['Case X: your action is due today', '2026-12-07T09:00:00Z', true],
  ['Case X: an action is overdue by 1 working day', '2026-12-07T09:00:00Z', false],
  ['Case X: an action is overdue by 1 working day', '2026-12-08T09:00:00Z', true],
  ['Case X: your action, due Thursday 3 December 2026', '2026-12-01T09:00:00Z', true],
  ['Case X: the meeting is on the next working day', '2026-12-09T09:00:00Z', false],
  ['Case X: the meeting is on the next working day', '2026-12-10T09:00:00Z', true],
  ['Case X: the meeting opens', '2026-12-10T10:05:00Z', false],
  ['Case X: the meeting opens', '2026-12-10T12:00:00Z', true],
])('takes "%s" on %s as untrue: %s', (title, now, untrue) => {
  const at = new Date(now)
  const dates = {
    saidAt: new Date('2026-12-04T08:00:00Z'),
    ...{ holdsUntil: null, due: asDay('2026-12-04'), startsAt: new Date('2026-12-10T10:00:00Z'), minutes: 60 },
  }

  expect(untruthsIn(card(title, []), dates, at, workingCalendar([])).length > 0).toBe(untrue)
})

it('names the first line in which two lives from one seed differ', () => {
  const life = { seed, faults: [], hash: '', coverage: {} }
  expect(firstDifference({ ...life, trace: 'a\nb' }, { ...life, trace: 'a\nc' })).toBe('line 2: b / c')
  expect(firstDifference({ ...life, trace: 'a\nb' }, { ...life, trace: 'a' })).toBe('line 2: b / ')
  expect(firstDifference({ ...life, trace: 'a' }, { ...life, trace: 'a\nb' })).toBe('line 2:  / b')
})
