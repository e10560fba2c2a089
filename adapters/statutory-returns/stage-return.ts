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
import { notesOn, refused, startReading, type Reading, type Refused } from './reading.ts'
import { columnsOf, templateColumns } from './recognise.ts'
import { passedOver } from './passed-over.ts'
import { templateRows } from './template.ts'
import { formInWords } from './table-form.ts'

export type StageNeeds = {
  readonly vault: Vault
  readonly people: readonly PartnershipPerson[]
  readonly staging: OpenStaging
  readonly progressed: (bytes: number, ofBytes: number) => void
}

export async function stageReturn(folder: string, needs: StageNeeds): Promise<ReadReport | Problem> {
  const found = await findFiles(folder).catch(asProblem)
  if ('problem' in found) return found
  const reading = startReading(needs.vault, needs.people, needs.staging.asOf)
  const stage = stager(found.files, reading, needs)
  const rows: Partial<Record<ReturnFile, number>> = {}
  try {
    // The header first: it says which children the others may speak of.
    rows.header = await stage('header', readHeaderRow)
    rows.episodes = await stage('episodes', readEpisodeRow)
    if (rows.episodes === 0 && rows.header > 0)
      return {
        problem: `${found.files.episodes?.name} has a header row and no episodes, while the header file has ${rows.header} ${rows.header === 1 ? 'child' : 'children'}. The export may have failed.`,
      }
    if (found.files.reviews) rows.reviews = await stage('reviews', readReviewRow)
    if (found.files.allocations) rows.allocations = await stage('allocations', readAllocationRow)
  } catch (error) {
    return asProblem(error)
  }
  await needs.staging.complete(rows)
  return reportOf(found, rows, reading)
}

function asProblem(error: unknown): Problem {
  if (error instanceof UnreadableFileError) return { problem: error.message }
  throw error
}

function stager(files: FoundFiles['files'], reading: Reading, { staging, progressed }: StageNeeds) {
  const total = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0)
  let read = 0

  return async function stage<File extends ReturnFile>(file: File, readRow: RowReader<File>): Promise<number> {
    let rows = 0
    const found = files[file]
    if (!found) return rows
    const progress = (bytes: number) => progressed((read += bytes), total)
    const table = found.template
      ? templateRows(readTable(found, templateColumns, progress), file)
      : readTable(found, columnsOf[file], progress)
    let place = `${found.name}, row 1`
    const one = (row: Row) => {
      place = `${found.name}, row ${row.row}`
      return readableRow(reading, file, row) ? readRow(reading, row) : refused
    }
    async function* staged(): AsyncGenerator<readonly StagedRows[File][]> {
      for await (const batch of table) {
        const spoken = batch.filter((row) => !passedOver(reading, file, row))
        rows += spoken.length
        const taken = spoken.map(one).filter((row) => row !== refused)
        place = `${found?.name}, rows ${batch[0]?.row} to ${batch.at(-1)?.row}`
        yield taken
      }
    }
    await staging.put(file, staged()).catch((error: unknown) => {
      if (error instanceof UnreadableFileError) throw error
      // Nobody foresaw it: the person who looks for it needs to know where it was.
      throw new Error(`${place}: the import stopped here`, { cause: error })
    })
    return rows
  }
}

/** Saved in another encoding, or damaged: neither a name of a team nor an identifier would be what it was. */
function readableRow(reading: Reading, file: ReturnFile, row: Row): boolean {
  const at = row.cells.findIndex((cell) => /[\0\uFFFD]/.test(cell))
  if (at >= 0) notesOn(reading, file, row).refuse(columnsOf[file][at] ?? 'CHILD', 'unreadable-signs')
  return at < 0
}

type RowReader<File extends ReturnFile> = (reading: Reading, row: Row) => StagedRows[File] | Refused

const inOrder = ['header', 'episodes', 'reviews', 'allocations'] as const satisfies readonly ReturnFile[]

function reportOf({ files, leftAlone, unknown }: FoundFiles, rows: RowsRead, reading: Reading): ReadReport {
  return {
    files: inOrder.flatMap((file) => {
      const found = files[file]
      if (!found) return []
      const lies = formInWords(found.form)
      return [{ file, name: found.name, rows: rows[file] ?? 0, ...(lies !== undefined && { lies }) }]
    }),
    leftAlone,
    unknown,
    refused: reading.refused,
    doubted: reading.doubted,
  }
}
