/** Where lives begin: some at nothing, most with a case that has come a good way, which is lived through once and kept. */
import type { Kysely } from 'kysely'
import type { Database } from '../../adapters/postgres/schema/database.ts'
import type { Chance } from './chance.ts'
import { prepare, stages, type Prepared, type Stage } from './prepare.ts'

export type Beginning = {
  readonly seed: number
  readonly stage: Stage | 'nothing'
  /** For how many days it is lived. */
  readonly days: readonly number[]
  readonly at: Date
  readonly prepared?: Prepared
}

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

/** On which days that case began, so that the odd days come after the stage is reached. */
const beganOn: Readonly<Record<Stage, readonly string[]>> = {
  asking: ['2026-03-24', '2026-12-17'],
  offered: ['2026-10-15', '2026-03-19'],
  convened: ['2026-08-10', '2026-12-07'],
  recorded: ['2026-03-10', '2026-11-30'],
  'following-up': ['2026-02-23', '2026-11-16'],
}

const daysFrom: Readonly<Record<Beginning['stage'], readonly number[]>> = {
  nothing: [3, 5],
  asking: [3, 5],
  offered: [3, 5],
  convened: [2, 3],
  recorded: [2, 4],
  'following-up': [3, 6, 10],
}

const kept = new WeakMap<Kysely<Database>, Map<string, Promise<Prepared>>>()

export async function beginningOf(db: Kysely<Database>, seed: number, chance: Chance): Promise<Beginning> {
  const stage = chance.oneOf(['nothing' as const, ...stages])
  const days = daysFrom[stage]
  if (stage === 'nothing') {
    const hour = String(chance.between(6, 20)).padStart(2, '0')
    const minute = String(chance.between(0, 59)).padStart(2, '0')
    return { seed, stage, days, at: new Date(`${chance.oneOf(oddDays)}T${hour}:${minute}:00Z`) }
  }
  const day = chance.oneOf(beganOn[stage])
  const here = kept.get(db) ?? new Map<string, Promise<Prepared>>()
  kept.set(db, here)
  const name = `${stage} ${day}`
  const preparing = here.get(name) ?? prepare(db, stage, day)
  here.set(name, preparing)
  const prepared = await preparing
  return { seed, stage, days, at: prepared.at, prepared }
}
