/** A folder of returned files → staged, merged, reported: the one door for real returns and invented ones. */
import { randomUUID } from 'node:crypto'
import { createMergeStore } from '../../adapters/postgres/import/merge-store.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStaging } from '../../adapters/postgres/import/staging.ts'
import { stageReturn } from '../../adapters/statutory-returns/stage-return.ts'
import type { ImportAsked } from '../../adapters/terminal/import.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { mergeReturn } from '../../src/children/merge-return.ts'
import type { ImportReport, Problem } from '../../src/children/return-report.ts'
import { sentences } from '../../src/display/refusal.ts'
import type { Resources } from './resources.ts'

type ImportWorld = Pick<Resources, 'opened' | 'partnership' | 'clock' | 'secretKey'>

export async function importReturn(world: ImportWorld, asked: ImportAsked): Promise<ImportReport | Problem> {
  const { opened, partnership, clock, secretKey } = world
  const vault = createVault(secretKey)
  const now = clock.now()
  const staging = await createStaging(opened.pool).open(now, asked.asOf)
  if (staging === 'busy') return { problem: 'Another import is running.' }
  try {
    const { folder, dryRun, progressed } = asked
    const read = await stageReturn(folder, { vault, people: partnership.people, staging, progressed })
    if ('problem' in read) return read
    const calendar = workingCalendar(partnership.closedDays)
    const newId = () => randomUUID()
    const merged = await createMergeStore(opened.db, sealsOf(vault)).transact({ at: now }, (tx) =>
      mergeReturn({ tx, now, partnership, calendar, newId }, { staging: staging.id, dryRun }),
    )
    return merged.kind === 'refusal' ? { problem: sentences[merged.reason] } : { read, merged }
  } finally {
    await staging.close()
  }
}
