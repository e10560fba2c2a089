/** Refusals that an earlier version took for the end of a duty: each is open again, and somebody is asked about it. */
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { up } from '../../adapters/postgres/migrations/0049-child-events.ts'
import { dutyLadder } from '../../src/climbs/ladder.ts'
import { endClimb } from '../../src/climbs/take-step.ts'
import { done } from '../../src/display/answer.ts'
import type { DutyId } from '../../src/ids.ts'
import { startRooms, type Rooms } from '../nudges/rooms.ts'

let rooms: Rooms
const today = new Date()
beforeAll(async () => (rooms = await startRooms({ at: today.toISOString() })))
afterAll(() => rooms.close())

/** As an earlier version left it. */
async function recordedAs(identifier: string, as: string): Promise<DutyId> {
  const { 'health-assessment': id } = await rooms.confirmed({ identifier })
  await rooms.db.deleteFrom('duties').where('kind', '=', 'permanence-plan').execute()
  await rooms.db
    .updateTable('duties')
    .set({ state: 'recorded', recorded_on: '2026-09-10', recorded_as: as })
    .where('id', '=', id as DutyId)
    .execute()
  await rooms.as('social-worker', async (world) => (await endClimb(world, dutyLadder(id as DutyId)), done('')))
  return id as DutyId
}

it('a refusal is open again with its day, its ladder and a wake; what was held stays done', async () => {
  const refused = await recordedAs('LK1', 'child-refused')
  const held = await recordedAs('LK2', 'assessed-with-plan')
  await sql`
    drop table child_events;
    alter table duty_words drop constraint duty_words_kind_check,
      add constraint duty_words_kind_check check (kind in ('recorded', 'passed-on'))`.execute(rooms.db)

  await up(rooms.db as unknown as Kysely<unknown>)

  expect(await rooms.look((tx) => tx.dutyById(refused))).toMatchObject({
    state: 'open',
    notHeld: { kind: 'child-refused', on: '2026-09-10', again: { with: 'social-worker' } },
  })
  expect(await rooms.look((tx) => tx.dutyById(held))).toMatchObject({ state: 'recorded', recordedOn: '2026-09-10' })
  const [event] = await rooms.db.selectFrom('child_events').selectAll().where('duty', '=', held).execute()
  expect(event).toMatchObject({ kind: 'assessment-held', happened_on: '2026-09-10', recorded_by: null })

  const later = (days: number) => new Date(today.getTime() + days * 24 * 3_600_000).toISOString()
  await rooms.until(later(26))
  const rungs = (await rooms.facts()).flatMap((fact) =>
    fact.fact === 'rung-reached' && fact.duty === refused ? [fact.rung] : [],
  )
  expect(rungs.slice(0, 4)).toEqual(['coming', 'due', 'overdue', 'iro'])
  expect((await rooms.said()).some(({ key }) => key.startsWith('assessment-again-'))).toBe(true)
})
