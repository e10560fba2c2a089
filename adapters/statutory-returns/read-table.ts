/** Streams the rows of a CSV file, as batches of the cells that we read. */
import { CsvError, parse } from 'csv-parse'
import { decodedFrom } from './decoded.ts'
import { columnName } from './recognise.ts'
import type { TableForm } from './table-form.ts'

export type Row = {
  /** As a spreadsheet counts: the header row is 1. */
  readonly row: number
  /** In the order of the columns that were asked for, without spaces around them. */
  readonly cells: readonly string[]
  /** As many cells as the header row has. */
  readonly whole: boolean
}

/** The file cannot be read any further; the message holds nothing of what is in it. */
export class UnreadableFileError extends Error {}

const rowsInBatch = 1_000
/** Longer than any row of a return: a quotation mark that is never closed would swallow the file. */
const longestRow = 20_000

export async function* readTable(
  { name, path, form }: { readonly name: string; readonly path: string; readonly form: TableForm },
  columns: readonly string[],
  read: (bytes: number) => void,
): AsyncGenerator<readonly Row[]> {
  const seen = { header: [] as readonly string[] }
  const parser = parsed(path, form, read, seen)
  let places: readonly number[] | undefined
  let width = 0
  let row = form.row - 1
  let batch: Row[] = []
  try {
    for await (const cells of parser as AsyncIterable<readonly string[]>) {
      row += 1
      if (!places) {
        const names = cells.map(columnName)
        places = columns.map((column) => names.indexOf(column))
        width = names.findLastIndex((one) => one !== '') + 1
      } else if (cells.some((cell) => cell.trim() !== '')) {
        batch.push({ row, cells: places.map((place) => cells[place]?.trim() ?? ''), whole: isWhole(cells, width) })
        if (batch.length === rowsInBatch) {
          yield batch
          batch = []
        }
      }
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(name, form, seen.header, error) : error
  }
  if (batch.length > 0) yield batch
}

/** The first row of a file, for telling what it is; undefined where there is none. What is wrong further down does not hide it. */
export async function headerRowOf(name: string, path: string, form: TableForm): Promise<readonly string[] | undefined> {
  const seen = { header: [] as readonly string[] }
  try {
    for await (const cells of parsed(path, form, () => undefined, seen) as AsyncIterable<readonly string[]>)
      return cells
    return undefined
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (seen.header.length > 0) return seen.header
    if (/\.csv$/i.test(name)) throw unreadable(name, form, [], error)
    return undefined
  }
}

/** Where, and what was expected there. */
function unreadable(
  name: string,
  { row: first }: TableForm,
  header: readonly string[],
  error: CsvError,
): UnreadableFileError {
  const { records, column: at } = error as { records?: unknown; column?: unknown }
  const row = typeof records === 'number' ? `, row ${records + first}` : ''
  const title = typeof at === 'number' ? header[at] : undefined
  const column = typeof at === 'number' ? `, column ${title === undefined ? at + 1 : columnName(title)}` : ''
  return new UnreadableFileError(`${name}${row}${column}: ${whyNot(error)}.`)
}

/** `seen`: the header row, as soon as it was read: an error takes with it what was read and not yet handed on. */
function parsed(path: string, form: TableForm, read: (bytes: number) => void, seen: { header: readonly string[] }) {
  const file = decodedFrom(path, form, read)
  const parser = parse({
    bom: true,
    delimiter: form.separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: longestRow,
    on_record(cells: string[]) {
      if (seen.header.length === 0) seen.header = cells
      return cells
    },
  })
  file.on('error', (error) => parser.destroy(error))
  parser.on('close', () => file.destroy())
  return file.pipe(parser)
}

/** Trailing commas are forgiven: spreadsheets leave them behind. */
const isWhole = (cells: readonly string[], width: number): boolean =>
  cells.length >= width && cells.slice(width).every((cell) => cell.trim() === '')

function whyNot({ code }: CsvError): string {
  if (code === 'INVALID_OPENING_QUOTE' || code === 'CSV_INVALID_CLOSING_QUOTE')
    return 'a quotation mark inside a cell; expected the whole cell in quotation marks, and this one twice'
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') return 'a quotation mark is not closed'
  return 'expected a row of a CSV file'
}
