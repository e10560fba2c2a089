import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import { movedClock } from '../../adapters/clock/moved-clock.ts'
import { createDue } from '../../adapters/postgres/outbox/due.ts'
import { baseTx } from '../../adapters/postgres/transaction/transaction.ts'
import { moveThrough } from '../../jobs/move-clock.ts'
import { Wake } from '../../src/vocabulary.ts'
import { manualClock } from '../support/manual-clock.ts'
import { after, noon, outboxForTest } from '../support/outbox.ts'
import { startTinyPlatform, type TinyPlatform } from '../support/tiny-platform.ts'
import { startWorkerForTest } from '../support/worker.ts'

const day = 24 * 60 * 60_000

let t: Awaited<ReturnType<typeof outboxForTest>>
let platform: TinyPlatform
beforeAll(async () => {
  t = await outboxForTest()
  platform = await startTinyPlatform()
})
afterAll(async () => {
  await platform.close()
  await t.drop()
})

const dailyPost = (on: string) => Wake.parse({ wake: 'daily-post', person: 'amy', day: on })

/** Says a message and sets the next day's wake, as a ladder does. */
async function ringNext(at: Date): Promise<boolean> {
  const { rows } = await sql<{
    due: Date
    wake: unknown
  }>`delete from wakes where due <= ${at} returning due, wake`.execute(t.db)
  const rung = rows[0]
  if (!rung) return false
  await t.say({ key: `rung-${rung.due.toISOString()}`, at })
  await baseTx(t.db, { at }).setWake(Wake.parse(rung.wake), new Date(rung.due.getTime() + day))
  return true
}

it('lives through a week, so that each nudge goes on its own day', async () => {
  const clock = manualClock(noon.toISOString())
  const worker = startWorkerForTest(
    { t, clock, platformUrl: platform.url, settings: {} },
    { ringNext, everyMs: 60_000 },
  )
  await baseTx(t.db, { at: noon }).setWake(dailyPost('2026-03-02'), after(3_600_000))
  const { nextMoment } = createDue(t.db)

  await moveThrough(after(7 * day), { clock, nextMoment, untilQuiet: () => worker.untilQuiet() })
  await worker.stop()

  const sent = await t.db.selectFrom('outbox').select(['state', 'settled_at']).orderBy('seq').execute()
  expect(sent).toEqual(
    Array.from({ length: 7 }, (_, days) => ({ state: 'on-page', settled_at: after(3_600_000 + days * day) })),
  )
  expect(clock.now()).toEqual(after(7 * day))
})

it('moves the clock of the demonstration, which runs on meanwhile and cannot go back', async () => {
  const clock = await movedClock({ load: () => Promise.resolve(0), save: () => Promise.resolve() })
  const start = clock.now()
  const moments = [1, 2, 3, 500, day].map((ms) => new Date(start.getTime() + ms))
  const to = new Date(start.getTime() + 2 * day)

  await moveThrough(to, {
    clock,
    nextMoment: (from, until) => Promise.resolve(moments.find((at) => at > from && at <= until)),
    untilQuiet: () => Promise.resolve(),
  })
  await moveThrough(start, { clock, nextMoment: () => Promise.resolve(undefined), untilQuiet: () => Promise.resolve() })

  expect(clock.now().getTime() - to.getTime()).toBeLessThan(1_000)
  expect(clock.now() >= to).toBe(true)
})
