/** A folder of returned files → staged, merged, reported: the one door for real returns and invented ones. */
import { randomUUID } from 'node:crypto'
import { hashingKeysOf } from '../../adapters/postgres/keys/hashing-keys.ts'
import { createMergeStore } from '../../adapters/postgres/import/merge-store.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStaging } from '../../adapters/postgres/import/staging.ts'
import { stageReturn } from '../../adapters/statutory-returns/stage-return.ts'
import type { ImportAsked } from '../../adapters/terminal/import.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { mergeAndHandOn } from '../../src/handovers/merge-and-hand-on.ts'
import type { ImportReport, Problem } from '../../src/children/return-report.ts'
import { isRefusal, sentences } from '../../src/display/refusal.ts'
import type { Resources } from './resources.ts'
import { vaultOf } from './vault-of.ts'

type ImportWorld = Pick<Resources, 'opened' | 'partnership' | 'clock' | 'secretKey' | 'oldSecretKeys'>

/** While children are found by either of two hashes, a return could not tell who is known. */
const unfinished =
  'An exchange of the secret key was begun and not finished. Run `npm run rekey` to its end, then import again.'

export async function importReturn(world: ImportWorld, asked: ImportAsked): Promise<ImportReport | Problem> {
  const { opened, clock } = world
  const partnership = world.partnership()
  const vault = vaultOf(world)
  const now = clock.now()
  const staging = await createStaging(opened.pool).open(now, asked.asOf)
  if (staging === 'busy') return { problem: 'Another import is running, or an exchange of the secret key.' }
  try {
    const { folder, dryRun, progressed } = asked
    const [hashingKey, ...older] = await hashingKeysOf(opened.db, vault)
    if (older.length > 0) return { problem: unfinished }
    const hashing = { ...vault, keyedHash: (kind: string, words: string) => vault.keyedHash(kind, words, hashingKey) }
    const read = await stageReturn(folder, { vault: hashing, people: partnership.people, staging, progressed })
    if ('problem' in read) return read
    const calendar = workingCalendar(partnership.closedDays)
    const newId = () => randomUUID()
    const merged = await createMergeStore(opened.db, sealsOf(vault), partnership.version).transact({ at: now }, (tx) =>
      mergeAndHandOn({ tx, now, partnership, calendar, newId }, { staging: staging.id, dryRun }),
    )
    return isRefusal(merged) ? { problem: sentences[merged.reason] } : { read, merged }
  } finally {
    await staging.close()
  }
}
