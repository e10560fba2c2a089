/** A world in which a life can be lived: a database that is empty but for three children, and everything else played. */
import type { Kysely } from 'kysely'
import type { Database } from '../../adapters/postgres/schema/database.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
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
import { overheard } from './overheard.ts'
import { accountOn, openPlatform, type Drawn, type Landed } from './platform.ts'
import { openQueue } from './queue.ts'
import { emptyTables, putBack } from './kept-tables.ts'
import type { Beginning } from './stages.ts'
import type { Count } from './coverage.ts'
import { openTrace } from './trace.ts'
import { isTrue } from './truth.ts'
import { datesOf, untruthsIn, type Dates } from './untruths.ts'
import { openWords } from './words.ts'
import type { World } from './world.ts'

export type OpenWorld = World & {
  readonly count: Count
  readonly first: Partnership
  inForce: Partnership
}

export async function openWorld(
  db: Kysely<Database>,
  { seed, at, prepared }: Beginning,
  faults: GateFaults,
  count: Count,
): Promise<OpenWorld> {
  const chance = chanceFrom(seed)
  const clock = manualClock(at.toISOString())
  const trace = openTrace(clock)
  const seals = sealsOf(createVault('5e'.repeat(32)))
  const landed: Landed[] = [...(prepared?.landed ?? [])]
  const found: string[] = []
  const saidTrue = new Map<string, { readonly holds: boolean; readonly dates: Dates | undefined }>()
  const gates = openGates(chance, clock, trace, faults)

  function keep(message: Landed): void {
    landed.push(message)
    count('message', titleOf(message))
    trace.say(message.way, 'landed', message.marker, message.to, message.card.title, message.marked ? 'marked' : '')
    const truth = saidTrue.get(message.marker)
    if (!truth) found.push(`nobody asked whether "${message.card.title}" still holds`)
    if (truth?.holds === false) found.push(`"${message.card.title}" to ${message.to} was no longer true`)
    const calendar = workingCalendar(world.partnership().closedDays)
    if (truth?.dates) found.push(...untruthsIn(message.card, truth.dates, message.at, calendar))
    saidTrue.delete(message.marker)
  }
  const drawn: Drawn = new Map(prepared?.drawn)
  const parts = { clock, chance, landed: keep, all: landed, drawn }
  const world: OpenWorld = {
    ...{ db, seals, clock, chance, gates, trace, landed, drawn, count },
    faults: found,
    queue: openQueue(),
    platforms: {
      slack: openPlatform({ ...parts, way: 'slack' }),
      teams: openPlatform({ ...parts, way: 'teams' }),
      email: openPlatform({ ...parts, way: 'email' }),
    },
    words: openWords(prepared?.written),
    first: staffed,
    inForce: staffed,
    async overhear(by, answer) {
      found.push(...(await overheard(world, by, answer)))
    },
    partnership: () => asOf(world.inForce, dayOf(clock.now())),
    async witness({ id }) {
      saidTrue.set(id, { holds: await isTrue(db, id), dates: await datesOf(db, id) })
    },
  }
  if (prepared) {
    await putBack(db, prepared.tables)
    for (const way of ['slack', 'teams', 'email'] as const)
      for (const person of prepared.knows[way]) world.platforms[way].knows.add(person)
    return world
  }
  await emptyTables(db)
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

/** What kind of message it is: its title without what differs from one case to the next. */
const titleOf = ({ card }: Landed): string =>
  staffed.people
    .reduce((title, { name }) => title.replaceAll(name, 'somebody'), card.title)
    .replaceAll(/\b[0-9A-Z]{3}-[0-9A-Z]{3}\b/g, '…')
    .replaceAll(/\b[A-Z][a-z]+day \d+ [A-Z][a-z]+\b|\b\d+\b/g, '…')
