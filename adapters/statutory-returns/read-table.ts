/** Streams the rows of a CSV file, as batches of the cells that we read. */
import { createReadStream } from 'node:fs'
import { CsvError, parse } from 'csv-parse'
import { columnName } from './recognise.ts'

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
  { name, path }: { readonly name: string; readonly path: string },
  columns: readonly string[],
  read: (bytes: number) => void,
): AsyncGenerator<readonly Row[]> {
  const parser = parsed(path, read)
  let places: readonly number[] | undefined
  let width = 0
  let row = 0
  let batch: Row[] = []
  try {
    for await (const cells of parser as AsyncIterable<readonly string[]>) {
      row += 1
      if (!places) {
        const names = cells.map(columnName)
        places = columns.map((column) => names.indexOf(column))
        width = cells.length
      } else if (cells.length > 1 || cells[0] !== '') {
        batch.push({ row, cells: places.map((place) => cells[place]?.trim() ?? ''), whole: isWhole(cells, width) })
        if (batch.length === rowsInBatch) {
          yield batch
          batch = []
        }
      }
    }
  } catch (error) {
    throw error instanceof CsvError ? new UnreadableFileError(`${name}, row ${row + 1}: ${whyNot(error)}.`) : error
  }
  if (batch.length > 0) yield batch
}

/** The first row of a file, for telling what it is; undefined where it is no CSV. */
export async function headerRowOf(path: string): Promise<readonly string[] | undefined> {
  try {
    for await (const cells of parsed(path, () => undefined) as AsyncIterable<readonly string[]>) return cells
    return undefined
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}

function parsed(path: string, read: (bytes: number) => void) {
  const file = createReadStream(path)
  file.on('data', (chunk) => read(chunk.length))
  const parser = parse({
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: longestRow,
  })
  file.on('error', (error) => parser.destroy(error))
  parser.on('close', () => file.destroy())
  return file.pipe(parser)
}

/** Trailing commas are forgiven: spreadsheets leave them behind. */
const isWhole = (cells: readonly string[], width: number): boolean =>
  cells.length >= width && cells.slice(width).every((cell) => cell.trim() === '')

function whyNot({ code }: CsvError): string {
  if (code.includes('QUOTE') || code === 'CSV_MAX_RECORD_SIZE') return 'a quotation mark is not closed'
  return 'not in the form of a CSV file'
}
