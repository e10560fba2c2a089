/** A table of our own, for who has no return at hand: one row a child, read as the four files of a return are. */
import { writeFile } from 'node:fs/promises'
import type { Problem } from '../../src/children/return-report.ts'
import type { ReturnFile } from '../../src/children/row-notes.ts'
import type { Row } from './read-table.ts'

/** What stands in brackets is for people. No commas or semicolons: a spreadsheet chooses its own separator. */
const titles = [
  'CHILD (your own identifier)',
  'DOB (date of birth)',
  'UPN (pupil number if there is one)',
  'DECOM (day on which care began)',
  'LS (legal status such as C2 or V2)',
  'DEC (day on which care ended if it has)',
  'REVIEW (days of reviews that were held)',
  'SOCIAL_WORKER (email address)',
  'TEAM (of the social worker)',
  'IRO (email address)',
  'FROM (since when the child is with them)',
]

/** Of the row that shows how it is filled in: if it is left there, nothing is lost. */
export const exampleChild = 'EXAMPLE-1'

const example = [
  ...[exampleChild, '14/05/2014', '', '03/02/2026', 'C2', '', '25/02/2026; 20/05/2026'],
  ...['social.worker@example.org', 'Made-up team', 'iro@example.org', '03/02/2026'],
]

/** With the mark by which a spreadsheet knows UTF-8. */
const template = `\uFEFF${[titles, example].map((cells) => cells.join(',')).join('\r\n')}\r\n`

export async function writeTemplate(path: string): Promise<Problem | undefined> {
  try {
    await writeFile(path, template, { flag: 'wx' })
    return undefined
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return { problem: `${path} is there already. Name a file that is not.` }
    return { problem: `${path} cannot be written.` }
  }
}

/** The rows that the table has of this file. A day on which care ended ends it; a row without a social worker is no news of one. */
export async function* templateRows(
  table: AsyncIterable<readonly Row[]>,
  file: ReturnFile,
): AsyncGenerator<readonly Row[]> {
  for await (const batch of table)
    yield batch.flatMap((row) =>
      file !== 'header' && row.cells[0] === exampleChild
        ? []
        : cellsOf[file](row.cells).map((cells) => ({ row: row.row, cells, whole: row.whole })),
    )
}

type CellsOf = (cells: readonly string[]) => readonly (readonly string[])[]

const cellsOf: Readonly<Record<ReturnFile, CellsOf>> = {
  header: ([child = '', born = '', upn = '']) => [[child, 'U', born, upn]],
  episodes: ([child = '', , , began = '', status = '', ended = '']) => [
    [child, began, 'S', status, ended, ended === '' ? '' : 'E8'],
  ],
  reviews: ([child = '', , , , , , reviews = '']) =>
    reviews
      .split(/[;,\n]/)
      .map((on) => on.trim())
      .filter((on) => on !== '')
      .map((on) => [child, on]),
  allocations: ([child = '', , , began = '', , , , worker = '', team = '', iro = '', from = '']) =>
    worker === '' && iro === '' ? [] : [[child, worker, team, iro, from || began]],
}
