/** A world in which a life can be lived: a database that is empty but for three children, and everything else played. */
import { sql, type Kysely } from 'kysely'
import type { Database } from '../../adapters/postgres/schema/database.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { dayOf } from '../../src/calendar/london.ts'
import { asOf } from '../../src/partnership/as-of.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { linked } from '../support/accounts.ts'
import { putChild } from '../support/children.ts'
import { staffed } from '../support/leaving.ts'
import { manualClock } from '../support/manual-clock.ts'
import { chanceFrom, type Chance } from './chance.ts'
import { identifiers } from './fill.ts'
import { openGates, type GateFaults } from './gates.ts'
import { everybody } from './happenings.ts'
import { accountOn, openPlatform, type Landed } from './platform.ts'
import { openQueue } from './queue.ts'
import { openTrace } from './trace.ts'
import { isTrue } from './truth.ts'
import { openWords } from './words.ts'
import type { World } from './world.ts'

export type OpenWorld = World & { readonly first: Partnership; inForce: Partnership }

/** Days near which something odd is with the calendar: clock changes, bank holidays, the turn of the year. */
const oddDays = [
  '2026-03-25',
  '2026-03-31',
  '2026-10-21',
  '2026-12-18',
  '2027-05-26',
  '2026-09-07',
  '2026-08-26',
] as const

export async function openWorld(db: Kysely<Database>, seed: number, faults: GateFaults): Promise<OpenWorld> {
  const chance = chanceFrom(seed)
  const minutes = String(chance.between(0, 59)).padStart(2, '0')
  const clock = manualClock(`${chance.oneOf(oddDays)}T${String(chance.between(6, 20)).padStart(2, '0')}:${minutes}:00Z`)
  const trace = openTrace(clock)
  const seals = sealsOf(createVault('5e'.repeat(32)))
  const landed: Landed[] = []
  const found: string[] = []
  const saidTrue = new Map<string, boolean>()
  const gates = openGates(chance, clock, trace, faults)

  function keep(message: Landed): void {
    landed.push(message)
    trace.say(message.way, 'landed', message.marker, message.to, message.card.title, message.marked ? 'marked' : '')
    const whether = saidTrue.get(message.marker)
    if (whether === undefined) found.push(`nobody asked whether "${message.card.title}" still holds`)
    if (whether === false) found.push(`"${message.card.title}" to ${message.to} was no longer true`)
    saidTrue.delete(message.marker)
  }
  const parts = { clock, chance, landed: keep, all: landed }
  const world: OpenWorld = {
    ...{ db, seals, clock, chance, gates, trace, landed },
    faults: found,
    queue: openQueue(),
    platforms: {
      slack: openPlatform({ ...parts, way: 'slack' }),
      teams: openPlatform({ ...parts, way: 'teams' }),
      email: openPlatform({ ...parts, way: 'email' }),
    },
    words: openWords(),
    first: staffed,
    inForce: staffed,
    overhear: () => Promise.resolve(),
    partnership: () => asOf(world.inForce, dayOf(clock.now())),
    async witness({ id }) {
      saidTrue.set(id, await isTrue(db, id))
    },
  }
  await empty(db)
  for (const identifier of identifiers) await putChild(db, seals, { identifier, id: chance.uuid() })
  for (const person of everybody) await settles(world, chance, person)
  return world
}

/** Where this person is: in one chat or two, known to the bot or yet to be found, or by email alone. */
async function settles(
  { db, clock, platforms }: World,
  chance: Chance,
  person: (typeof everybody)[number],
): Promise<void> {
  for (const way of ['slack', 'teams'] as const)
    if (chance.percent(way === 'slack' ? 65 : 40)) {
      if (chance.percent(80))
        await linked(db, accountOn(way, person), person, { at: clock.now(), id: chance.uuid(), linkedBy: 'code' })
      else platforms[way].knows.add(person)
    }
  if (chance.percent(90)) platforms.email.knows.add(person)
}

const empty = (db: Kysely<Database>) =>
  sql`
    do $$ begin
      set local session_replication_role = replica; -- in any order of the tables
      execute (
        select string_agg('delete from ' || quote_ident(tablename), ';')
        from pg_tables where schemaname = 'public' and tablename not like 'kysely%'
      );
    end $$`.execute(db)
