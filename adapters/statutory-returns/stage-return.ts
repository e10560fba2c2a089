/** Reads the files of a return once, row by row, into staging; what cannot be read is refused with its place. */
import type { Problem, ReadReport } from '../../src/children/return-report.ts'
import type { ReturnFile } from '../../src/children/row-notes.ts'
import type { OpenStaging, RowsRead, StagedRows } from '../../src/children/staging.ts'
import type { PartnershipPerson } from '../../src/partnership/partnership.ts'
import type { Vault } from '../../src/ports/vault.ts'
import { findFiles, type FoundFiles } from './find-files.ts'
import { readAllocationRow } from './read-allocations.ts'
import { readEpisodeRow } from './read-episodes.ts'
import { readHeaderRow } from './read-header.ts'
import { readReviewRow } from './read-reviews.ts'
import { readTable, UnreadableFileError, type Row } from './read-table.ts'
import { refused, startReading, type Reading, type Refused } from './reading.ts'
import { columnsOf } from './recognise.ts'

export type StageNeeds = {
  readonly vault: Vault
  readonly people: readonly PartnershipPerson[]
  readonly staging: OpenStaging
  readonly progressed: (bytes: number, ofBytes: number) => void
}

export async function stageReturn(folder: string, needs: StageNeeds): Promise<ReadReport | Problem> {
  const found = await findFiles(folder)
  if ('problem' in found) return found
  const reading = startReading(needs.vault, needs.people, needs.staging.asOf)
  const stage = stager(found.files, reading, needs)
  const rows: Partial<Record<ReturnFile, number>> = {}
  try {
    // The header first: it says which children the others may speak of.
    rows.header = await stage('header', readHeaderRow)
    rows.episodes = await stage('episodes', readEpisodeRow)
    if (found.files.reviews) rows.reviews = await stage('reviews', readReviewRow)
    if (found.files.allocations) rows.allocations = await stage('allocations', readAllocationRow)
  } catch (error) {
    if (error instanceof UnreadableFileError) return { problem: error.message }
    throw error
  }
  await needs.staging.complete(rows)
  return reportOf(found, rows, reading)
}

function stager(files: FoundFiles['files'], reading: Reading, { staging, progressed }: StageNeeds) {
  const total = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0)
  let read = 0

  return async function stage<File extends ReturnFile>(file: File, readRow: RowReader<File>): Promise<number> {
    let rows = 0
    const found = files[file]
    if (!found) return rows
    const table = readTable(found, columnsOf[file], (bytes) => progressed((read += bytes), total))
    async function* staged(): AsyncGenerator<readonly StagedRows[File][]> {
      for await (const batch of table) {
        rows += batch.length
        yield batch.map((row) => readRow(reading, row)).filter((row) => row !== refused)
      }
    }
    await staging.put(file, staged())
    return rows
  }
}

type RowReader<File extends ReturnFile> = (reading: Reading, row: Row) => StagedRows[File] | Refused

const inOrder = ['header', 'episodes', 'reviews', 'allocations'] as const satisfies readonly ReturnFile[]

function reportOf({ files, leftAlone, unknown }: FoundFiles, rows: RowsRead, reading: Reading): ReadReport {
  return {
    files: inOrder.flatMap((file) => (files[file] ? [{ file, name: files[file].name, rows: rows[file] ?? 0 }] : [])),
    leftAlone,
    unknown,
    refused: reading.refused,
    doubted: reading.doubted,
  }
}
