/** The report of an import for a program to read. */
import type { ImportReport } from '../../src/children/return-report.ts'
import { reasonInWords, type RowNote } from '../../src/children/row-notes.ts'

export function reportAsJson({ read, merged }: ImportReport): string {
  const report = {
    ...merged,
    files: read.files,
    leftAlone: read.leftAlone,
    unknown: read.unknown,
    refused: read.refused.map(inFull(read)),
    doubted: [...read.doubted, ...merged.doubted].map(inFull(read)),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

const inFull =
  ({ files }: ImportReport['read']) =>
  (note: RowNote) => ({
    ...note,
    name: files.find(({ file }) => file === note.file)?.name,
    sentence: reasonInWords(note.reason),
  })
