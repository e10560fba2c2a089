/** The report of an import for a program to read. */
import { childrenNoted } from '../../src/children/children-noted.ts'
import type { ImportReport } from '../../src/children/return-report.ts'
import { reasonInWords, type RowNote } from '../../src/children/row-notes.ts'

export function reportAsJson(whole: ImportReport): string {
  const { read, merged } = whole
  const report = {
    ...merged,
    childrenNoted: childrenNoted(whole),
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
  ({ file, row, column, reason }: RowNote) => ({
    ...{ file, row, column, reason },
    name: files.find((one) => one.file === file)?.name,
    sentence: reasonInWords(reason),
  })
