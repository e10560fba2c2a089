/** A return after a hand-over: what it says of the days before does not undo it. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createMergeStore } from '../../adapters/postgres/import/merge-store.ts'
import { createStaging } from '../../adapters/postgres/import/staging.ts'
import { openDatabase } from '../../adapters/postgres/schema/database.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { stageReturn } from '../../adapters/statutory-returns/stage-return.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { asDay } from '../../src/calendar/day.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { mergeReturn } from '../../src/children/merge-return.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { staffed, without } from '../support/leaving.ts'
import { went } from '../support/stages.ts'

let bot: Bot
let folder: string
beforeAll(async () => {
  bot = await startBot({ partnership: staffed, children: [] })
  folder = await mkdtemp(join(tmpdir(), 'unstuck-return-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await bot.close()
})

const vault = createVault('5e'.repeat(32))

async function importReturn(partnership: Partnership, allocations: readonly string[]): Promise<readonly string[]> {
  await writeFile(join(folder, 'header.csv'), 'CHILD,SEX,DOB,UPN\nL0001,1,14/05/2014,\n')
  const columns = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'
  await writeFile(join(folder, 'episodes.csv'), `${columns}\nL0001,03/02/2025,S,C2,N1,U1,PR1,,,,,,\n`)
  await writeFile(join(folder, 'reviews.csv'), 'CHILD,DOB,REVIEW,REVIEW_CODE\n')
  await writeFile(join(folder, 'allocations.csv'), `CHILD,SOCIAL_WORKER,TEAM,IRO,FROM\n${allocations.join('\n')}\n`)
  const opened = openDatabase(bot.url, 2)
  const now = bot.clock.now()
  try {
    const staging = await createStaging(opened.pool).open(now, asDay('2026-09-07'))
    if (staging === 'busy') throw new Error('another import is running')
    try {
      const read = await stageReturn(folder, {
        vault,
        people: partnership.people,
        staging,
        progressed: () => undefined,
      })
      if ('problem' in read) throw new Error(read.problem)
      const merged = await createMergeStore(opened.db, sealsOf(vault)).transact({ at: now }, (tx) =>
        mergeReturn(
          { tx, now, partnership, calendar: workingCalendar([]), newId: randomUUID },
          { staging: staging.id, dryRun: false },
        ),
      )
      if (merged.kind === 'refusal') throw new Error(merged.reason)
      return [...read.refused, ...merged.doubted].map(({ reason }) => reason)
    } finally {
      await staging.close()
    }
  } finally {
    await opened.close()
  }
}

const childNow = () => bot.db.selectFrom('children').select(['id', 'social_worker', 'iro']).executeTakeFirstOrThrow()

it('a return that names the leaver, or the person before them, leaves the child where it was handed', async () => {
  const before = 'L0001,deputy.social.worker@demo.example,,iro@demo.example,03/02/2025'
  const leaver = 'L0001,social.worker@demo.example,,iro@demo.example,01/06/2026'
  await importReturn(staffed, [before, leaver])
  expect(await childNow()).toMatchObject({ social_worker: 'social-worker' })

  const people = staffed.people.map((person) =>
    person.id === 'practitioner' ? { ...person, roles: ['social-worker' as const] } : person,
  )
  const later = without({ ...staffed, people }, 'social-worker')
  bot.applies(later)
  const { id: thing } = await childNow()
  const ask = { ask: 'give-held', part: 'child-social-worker', thing } as const
  went(await bot.ask('coordinator', ask, { to: 'practitioner' }))

  expect(await importReturn(later, [before, leaver])).toEqual(['unknown-address', 'handed-over-since'])
  expect(await childNow()).toMatchObject({ social_worker: 'practitioner', iro: 'iro' })

  await importReturn(later, ['L0001,deputy.social.worker@demo.example,,iro@demo.example,07/09/2026'])
  expect(await childNow()).toMatchObject({ social_worker: 'deputy-social-worker' })
})
