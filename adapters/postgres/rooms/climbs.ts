/** What climbs need from the store. */
import { sql, type Selectable } from 'kysely'
import { asDay } from '../../../src/calendar/day.ts'
import { Policy, type Climb } from '../../../src/climbs/climb.ts'
import type { ClimbKey, ClimbsNeeds, KnownClimb } from '../../../src/climbs/needs.ts'
import type { Tx } from '../../../src/ports/transaction.ts'
import type { Db } from '../schema/database.ts'
import type { ClimbsTables } from './climbs.tables.ts'

export function climbsStore(db: Db, at: Date): Omit<ClimbsNeeds, keyof Tx> {
  const stepsOf = ({ climb, thing }: ClimbKey) =>
    db.selectFrom('climbs').where('climb', '=', climb).where('thing', '=', thing)
  async function lastStep(key: ClimbKey): Promise<KnownClimb | undefined> {
    const row = await stepsOf(key).selectAll().orderBy('step', 'desc').limit(1).executeTakeFirst()
    return row && { climb: climbFrom(row), policy: Policy.parse(row.policy) }
  }
  return {
    async climbOf(key) {
      const lock = `climb ${key.climb} of ${key.thing}`
      await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(db)
      return lastStep(key)
    },
    climbAsItStands: lastStep,
    async saveStep(key, event, { climb, policy }) {
      const steps = await stepsOf(key)
        .select(({ fn }) => fn.max('step').as('last'))
        .executeTakeFirst()
      await db
        .insertInto('climbs')
        .values({
          ...{ climb: key.climb, thing: key.thing, step: (steps?.last ?? 0) + 1, event, at },
          ...{
            state: climb.state,
            due: climb.due ?? null,
            first_due: climb.firstDue ?? null,
            told_at: climb.toldAt ?? null,
          },
          stage: climb.reached?.stage ?? null,
          stage_at: climb.reached?.at ?? null,
          times: climb.reached?.times ?? null,
          next_stage: climb.state === 'open' ? climb.next.stage : null,
          next_at: climb.state === 'open' ? climb.next.at : null,
          policy: JSON.stringify(policy),
        })
        .execute()
    },
  }
}

function climbFrom(row: Selectable<ClimbsTables['climbs']>): Climb {
  const { due, first_due, told_at, stage, stage_at, times, next_stage, next_at } = row
  const so = {
    ...(due !== null && { due: asDay(due) }),
    ...(first_due !== null && { firstDue: asDay(first_due) }),
    ...(told_at && { toldAt: told_at }),
    ...(stage !== null && stage_at && times !== null && { reached: { stage, at: stage_at, times } }),
  }
  if (row.state !== 'open') return { ...so, state: row.state === 'answered' ? 'answered' : 'stopped' }
  if (next_stage === null || !next_at) throw new Error('an open climb lacks its next stage')
  return { ...so, state: 'open', next: { stage: next_stage, at: next_at } }
}
