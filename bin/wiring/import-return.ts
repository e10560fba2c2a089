/** A folder of returned files → staged, merged, reported: the one door for real returns and invented ones. */
import { randomUUID } from 'node:crypto'
import { hashingKeysOf } from '../../adapters/postgres/keys/hashing-keys.ts'
import { createMergeStore } from '../../adapters/postgres/import/merge-store.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createStaging } from '../../adapters/postgres/import/staging.ts'
import { stageReturn } from '../../adapters/statutory-returns/stage-return.ts'
import type { ImportAsked } from '../../adapters/terminal/import.ts'
import { inWords } from '../../src/calendar/in-words.ts'
import { dayOf } from '../../src/calendar/london.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import { mergeAndHandOn } from '../../src/handovers/merge-and-hand-on.ts'
import { unreadableIn, untrueIn } from '../../src/children/children-noted.ts'
import type { ImportReport, OlderReturn, Problem, ReadReport } from '../../src/children/return-report.ts'
import { isRefusal, sentences } from '../../src/display/refusal.ts'
import type { Resources } from './resources.ts'
import { vaultOf } from './vault-of.ts'

type ImportWorld = Pick<Resources, 'opened' | 'partnership' | 'clock' | 'secretKey' | 'oldSecretKeys'>

/** While children are found by either of two hashes, a return could not tell who is known. */
const unfinished =
  'An exchange of the secret key was begun and not finished. Run `npm run rekey` to its end, then import again.'

const looksOlder = ({ file, newest, before }: OlderReturn, { files }: ReadReport): string =>
  `${files.find((one) => one.file === file)?.name ?? file} looks older than a return that was imported before: its last day is ${inWords(newest)}, and that one's was ${inWords(before)}. If you mean it, add --older.`

export async function importReturn(world: ImportWorld, asked: ImportAsked): Promise<ImportReport | Problem> {
  const { opened, clock } = world
  const partnership = world.partnership()
  const vault = vaultOf(world)
  const now = clock.now()
  const staging = await createStaging(opened.pool).open(now, asked.asOf ?? dayOf(now))
  if (staging === 'busy')
    return { problem: 'Another import is running, or an exchange of the secret key.', isBusy: true }
  try {
    const { folder, progressed, dryRun, acceptChanges } = asked
    const [hashingKey, ...older] = await hashingKeysOf(opened.db, vault)
    if (older.length > 0) return { problem: unfinished }
    const hashing = { ...vault, keyedHash: (kind: string, words: string) => vault.keyedHash(kind, words, hashingKey) }
    const read = await stageReturn(folder, { vault: hashing, people: partnership.people, staging, progressed })
    if ('problem' in read) return read
    const calendar = workingCalendar(partnership.closedDays)
    const newId = () => randomUUID()
    const merged = await createMergeStore(opened.db, sealsOf(vault), partnership.version).transact({ at: now }, (tx) =>
      mergeAndHandOn(
        { tx, now, partnership, calendar, newId },
        {
          ...{ staging: staging.id, dryRun, acceptChanges, older: asked.older, invented: asked.invented },
          ...{ unreadable: unreadableIn(read), untrue: untrueIn(read), asOfItsOwn: asked.asOf === undefined },
        },
      ),
    )
    if (isRefusal(merged)) return { problem: sentences[merged.reason] }
    return merged.kind === 'older' ? { problem: looksOlder(merged, read) } : { read, merged }
  } finally {
    await staging.close()
  }
}
