/** A return of one child in care with the allocations that are given, merged on a bot's database. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMergeStore } from '../../adapters/postgres/import/merge-store.ts'
import { createStaging } from '../../adapters/postgres/import/staging.ts'
import { openDatabase } from '../../adapters/postgres/schema/database.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { stageReturn } from '../../adapters/statutory-returns/stage-return.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { asDay } from '../../src/calendar/day.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import type { MergeReport } from '../../src/children/return-report.ts'
import { mergeAndHandOn } from '../../src/handovers/merge-and-hand-on.ts'
import type { Bot } from './bot.ts'

const vault = createVault('5e'.repeat(32))

export type SmallReturn = {
  /** Rows such as `L0001,social.worker@demo.example,,iro@demo.example,07/09/2026`. */
  readonly allocations: readonly string[]
  readonly identifier?: string
  readonly asOf?: string
  readonly dryRun?: boolean
  readonly older?: boolean
}

export type Imported = { readonly reasons: readonly string[]; readonly merged: MergeReport }

export async function importSmall(
  bot: Bot,
  { allocations, identifier = 'L0001', asOf = '2026-09-07', dryRun = false, older = false }: SmallReturn,
): Promise<Imported> {
  const folder = await mkdtemp(join(tmpdir(), 'unstuck-return-'))
  await writeFile(join(folder, 'header.csv'), `CHILD,SEX,DOB,UPN\n${identifier},1,21/05/2014,\n`)
  const columns = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'
  await writeFile(join(folder, 'episodes.csv'), `${columns}\n${identifier},03/02/2025,S,C2,N1,U1,PR1,,,,,,\n`)
  await writeFile(join(folder, 'reviews.csv'), 'CHILD,DOB,REVIEW,REVIEW_CODE\n')
  await writeFile(join(folder, 'allocations.csv'), `CHILD,SOCIAL_WORKER,TEAM,IRO,FROM\n${allocations.join('\n')}\n`)
  const opened = openDatabase(bot.url, 2)
  const [now, partnership] = [bot.clock.now(), bot.inForce()]
  try {
    const staging = await createStaging(opened.pool).open(now, asDay(asOf))
    if (staging === 'busy') throw new Error('another import is running')
    try {
      const { people } = partnership
      const read = await stageReturn(folder, { vault, people, staging, progressed: () => undefined })
      if ('problem' in read) throw new Error(read.problem)
      const merged = await createMergeStore(opened.db, sealsOf(vault)).transact({ at: now }, (tx) =>
        mergeAndHandOn(
          { tx, now, partnership, calendar: workingCalendar([]), newId: randomUUID },
          { staging: staging.id, dryRun, older },
        ),
      )
      if (merged.kind !== 'merged') throw new Error(merged.kind === 'refusal' ? merged.reason : merged.kind)
      return { reasons: [...read.refused, ...merged.doubted].map(({ reason }) => reason), merged }
    } finally {
      await staging.close()
    }
  } finally {
    await opened.close()
    await rm(folder, { recursive: true })
  }
}
