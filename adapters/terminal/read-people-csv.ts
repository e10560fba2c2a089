/** Reads a CSV file of people as spreadsheets write them: with commas or semicolons, and in the older encoding of Excel. */
import { CsvError, parse } from 'csv-parse/sync'
import { columnsNeeded, columnsPossible, type PeopleColumn, type PeopleRow } from '../../src/partnership/people-row.ts'

type Read = { readonly rows: readonly PeopleRow[] } | { readonly problems: readonly string[] }

type Record = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/** Longer than any row of people: a quotation mark that is never closed would swallow the file. */
const longestRow = 10_000
const expected = `${columnsNeeded.join(',')} and, where wanted, ${columnsPossible
  .filter((column) => !columnsNeeded.includes(column))
  .join(',')}`

/** By its name, or by its first line where it is called otherwise. */
export function isPeopleCsv(fileName: string, bytes: Uint8Array): boolean {
  const names = firstLineOf(textOf(bytes)).split(/[,;\t]/)
  const header = names.map((name) => name.replaceAll('"', '').trim().toLowerCase())
  return /\.csv$/i.test(fileName) || (header.includes('id') && header.includes('email'))
}

export function readPeopleCsv(bytes: Uint8Array, fileName: string): Read {
  if (bytes.includes(0))
    return { problems: [`${fileName}: expected a CSV file in UTF-8; save it as "CSV UTF-8" and try again.`] }
  const text = textOf(bytes)
  const table = tableOf(text, fileName)
  if ('problems' in table) return table
  const [header, ...others] = table.records
  const columns = columnsOf(header?.record ?? [], fileName)
  if ('problems' in columns) return columns
  const rows = others.map((one) => rowOf(one, columns.names))
  const ragged = rows.filter(({ cells }) => cells.length > columns.names.length)
  if (ragged.length > 0)
    return {
      problems: ragged.map(
        ({ line, cells }) =>
          `${fileName} line ${line}: expected ${columns.names.length} columns as in the header, found ${cells.length}`,
      ),
    }
  if (rows.length === 0) return { problems: [`${fileName} line 2: there is nobody below the header row.`] }
  return { rows: rows.map(({ line, named }) => ({ line, cells: named })) }
}

function rowOf({ record, info }: Record, names: readonly PeopleColumn[]) {
  const line = info.lines - record.join('').split(/\r\n|\n|\r/).length + 1 // a cell may hold line ends
  const cells = record.map((cell) => cell.trim())
  while (cells.length > names.length && cells.at(-1) === '') cells.pop() // spreadsheets leave commas behind
  return { line, cells, named: Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ''])) }
}

function tableOf(text: string, fileName: string): { records: readonly Record[] } | { problems: readonly string[] } {
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      delimiter: delimiterOf(firstLineOf(text)),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: longestRow,
    }) as unknown as readonly Record[]
    return { records }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? ` line ${error['lines']}` : ''
    return { problems: [`${fileName}${line}: a quotation mark is not closed, or stands where none is expected.`] }
  }
}

function columnsOf(
  header: readonly string[],
  fileName: string,
): { readonly names: readonly PeopleColumn[] } | { readonly problems: readonly string[] } {
  const written = header.map((name) => name.trim().toLowerCase())
  while (written.at(-1) === '') written.pop()
  const isColumn = (name: string): name is PeopleColumn => (columnsPossible as readonly string[]).includes(name)
  const says = [
    ...columnsNeeded.filter((name) => !written.includes(name)).map((name) => `there is no column ${name}`),
    ...written.filter((name) => !isColumn(name)).map((name) => `the column "${name}" is not known`),
    ...written
      .filter((name, place) => isColumn(name) && written.indexOf(name) !== place)
      .map((name) => `the column ${name} is there twice`),
  ]
  if (says.length > 0) return { problems: says.map((one) => `${fileName} line 1: ${one}; expected ${expected}`) }
  return { names: written.filter(isColumn) }
}

/** Whichever the header uses: a list of roles may hold the other one. */
const delimiterOf = (header: string): string =>
  [',', ';', '\t'].toSorted((a, b) => header.split(b).length - header.split(a).length)[0] ?? ','

const firstLineOf = (text: string): string => text.split(/\r\n|\n|\r/, 1)[0] ?? ''

/** A spreadsheet that was not asked for UTF-8 writes Windows-1252, in which every byte is something. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
