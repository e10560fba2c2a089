/** One life, from a seed: people ask, time rings, messages are sent, and much goes wrong; then it heals, and is checked. */
import type { Kysely } from 'kysely'
import type { Database } from '../../adapters/postgres/schema/database.ts'
import { addWorkingDays, workingCalendar } from '../../src/calendar/working-days.ts'
import { dayOf, instantOf } from '../../src/calendar/london.ts'
import { chanceFrom } from './chance.ts'
import { openCourse } from './course.ts'
import { countInto, type Coverage } from './coverage.ts'
import { happeningsOf } from './happenings.ts'
import { invariants } from './invariants.ts'
import { luckFrom } from './luck.ts'
import type { OpenWorld } from './open-world.ts'
import { beginningOf } from './stages.ts'
import { countStages } from './stages-reached.ts'

export type Life = {
  readonly seed: number
  readonly faults: readonly string[]
  readonly trace: string
  readonly hash: string
  readonly coverage: Coverage
}

const dayMs = 24 * 3_600_000

export async function live(db: Kysely<Database>, seed: number): Promise<Life> {
  const coverage: Coverage = {}
  const world = await liveThrough(db, seed, coverage)
  const faults = await faultsIn(world)
  await traceTables(world)
  await countStages(world)
  return { seed, faults, trace: world.trace.text(), hash: world.trace.hash(), coverage }
}

/** The world as this life leaves it. */
export async function liveThrough(db: Kysely<Database>, seed: number, coverage: Coverage = {}): Promise<OpenWorld> {
  const count = countInto(coverage)
  const beginning = await beginningOf(db, seed, chanceFrom(seed + 2_000_003))
  count('stage', `life begins ${beginning.stage}`)
  const course = await openCourse(db, beginning, luckFrom(seed, count), count)
  const { world } = course
  const { clock, chance } = world
  const days = chance.oneOf(beginning.days)
  course.willHappen(happeningsOf(chance, clock.now(), days, chance.between(10, 26)))
  await course.liveUntil(new Date(clock.now().getTime() + days * dayMs))
  course.heal()
  await course.liveUntil(instantOf(addWorkingDays(dayOf(clock.now()), 2, workingCalendar([])), '11:00'))
  course.stop()
  return world
}

export async function faultsIn(world: OpenWorld): Promise<readonly string[]> {
  const broken: string[] = [...world.faults]
  for (const [name, invariant] of Object.entries(invariants))
    for (const fault of await invariant(world)) broken.push(`${name}: ${fault}`)
  return broken
}

async function traceTables({ db, trace }: OpenWorld): Promise<void> {
  const rows = await db.selectFrom('outbox').selectAll().orderBy('seq').execute()
  for (const row of rows) trace.say('outbox', row.key, row.person, row.state, String(row.copies), String(row.attempts))
  for (const { fact, data, by } of await db.selectFrom('facts').selectAll().orderBy('seq').execute())
    trace.say('fact', fact, by ?? '-', JSON.stringify(data))
}
