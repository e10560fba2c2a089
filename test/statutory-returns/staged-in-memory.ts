/** Keeps what a reader stages, so that a test can look at it. */
import { createVault } from '../../adapters/vault/vault.ts'
import { stageReturn } from '../../adapters/statutory-returns/stage-return.ts'
import { asDay } from '../../src/calendar/day.ts'
import type { OpenStaging, RowsRead, StagedRows } from '../../src/children/staging.ts'
import type { ReturnFile } from '../../src/children/row-notes.ts'
import { larkshire } from './larkshire.ts'

export const vault = createVault('ab'.repeat(32))

/** `taken`: what the database does with each batch. */
export async function stageInMemory(folder: string, asOf = asDay('2026-03-31'), taken = () => Promise.resolve()) {
  const staged: { [File in ReturnFile]: StagedRows[File][] } = {
    header: [],
    episodes: [],
    reviews: [],
    allocations: [],
  }
  let completed: RowsRead | undefined
  const seen: (readonly [number, number])[] = []
  const staging: OpenStaging = {
    id: '3f0a4a52-58a5-4d4b-9a2b-6f6d4c1e2a10',
    asOf,
    async put(file, batches) {
      for await (const batch of batches) {
        await taken()
        ;(staged[file] as unknown[]).push(...batch)
      }
    },
    complete: (rows) => Promise.resolve(void (completed = rows)),
    close: () => Promise.resolve(),
  }
  const report = await stageReturn(folder, {
    vault,
    people: larkshire.people,
    staging,
    progressed: (...at) => seen.push(at),
  })
  return { report, staged, completed, seen }
}
