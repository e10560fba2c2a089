/** `npm run import`: the same ask from a shell, with a report for the person who looks after the partnership. */
import type { Day } from '../../src/calendar/day.ts'
import type { ImportReport, Problem } from '../../src/children/return-report.ts'
import { readImportArguments, usage, type ImportArguments } from './import-arguments.ts'
import { reportAsJson } from './import-report-json.ts'
import { reportAsText } from './import-report-text.ts'
import { progressBar, type Progressed } from './progress-bar.ts'

export type ImportAsked = {
  readonly folder: string
  /** None where nobody gave one: then the return says itself of which day it speaks. */
  readonly asOf?: Day
  readonly dryRun: boolean
  readonly older?: boolean
  readonly invented?: true
  readonly acceptChanges?: number
  readonly progressed: Progressed
}

export type ImportPorts = {
  /** Opens the database, once it is clear what was asked. */
  readonly open: () => Promise<Importing>
  /** Writes the table to fill in; undefined once it is there. */
  readonly writeTemplate: (file: string) => Promise<Problem | undefined>
  readonly out: (words: string) => void
  readonly err: (words: string) => void
  /** Somebody watches: there may be a progress bar. */
  readonly watched: boolean
}

export type Importing = {
  readonly today: Day
  readonly importReturn: (asked: ImportAsked) => Promise<ImportReport | Problem>
}

/** How the process ends: 0 imported; 1 nothing was imported; 2 asked wrongly; 3 imported, and rows are refused or doubted. */
export type ExitCode = 0 | 1 | 2 | 3

export async function runImport(args: readonly string[], ports: ImportPorts): Promise<ExitCode> {
  const asked = readImportArguments(args)
  if ('problem' in asked) {
    ports.err(`${asked.problem}\n${usage}\n`)
    return 2
  }
  if ('template' in asked) return writeTemplate(asked.template, ports)
  const importing = await ports.open()
  const bar = progressBar(ports.watched && !asked.json)
  try {
    const report = await importAsked(asked, importing, bar.progressed)
    bar.stop()
    if ('problem' in report) {
      ports.err(`${report.problem} Nothing was imported.\n`)
      return 1
    }
    ports.out(asked.json ? reportAsJson(report) : reportAsText(report))
    return endingOf(report)
  } finally {
    bar.stop()
  }
}

async function writeTemplate(file: string, ports: ImportPorts): Promise<ExitCode> {
  const problem = await ports.writeTemplate(file)
  if (problem) ports.err(`${problem.problem}\n`)
  else
    ports.out(
      `${file} has the columns and one made-up child. Write over that row, one child a row, then: npm run import -- csv ${file} --dry-run\n`,
    )
  return problem ? 1 : 0
}

function endingOf({ read, merged }: ImportReport): ExitCode {
  if (merged.stopped) return 1
  // A file that looks like one of ours and is not read is news that did not arrive.
  if (read.unknown.some(({ like }) => like)) return 3
  return read.refused.length + read.doubted.length + merged.doubted.length > 0 ? 3 : 0
}

async function importAsked(
  asked: ImportArguments,
  { today, importReturn }: Importing,
  progressed: Progressed,
): Promise<ImportReport | Problem> {
  const { asOf } = asked
  if (asOf && asOf > today) return { problem: `--as-of is in the future. Today is ${today}.` }
  return importReturn({ ...asked, progressed })
}
