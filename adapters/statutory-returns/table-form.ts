/** How the text of a file is written, and where in it the table begins: told by a header row of the return. */
import { recognise, type Recognised } from './recognise.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
const separators = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' } as const
type Separator = keyof typeof separators

/** How a table lies in its file. */
export type TableForm = {
  readonly encoding: Encoding
  readonly separator: Separator
  /** Where the header row begins, in bytes and as rows are counted: titles, `sep=` and empty rows stand above it. */
  readonly start: number
  readonly row: number
}

export const plainForm: TableForm = { encoding: 'utf-8', separator: ',', start: 0, row: 1 }

const encodings = { 'utf-16le': 'Unicode text', 'utf-16be': 'Unicode text', 'windows-1252': 'text of Windows' } as const

/** How a file lies that is not plain CSV, for the person who gave it; undefined where it is. */
export function formInWords({ encoding, separator, row }: TableForm): string | undefined {
  const odd = [
    ...(encoding === 'utf-8' ? [] : [`saved as ${encodings[encoding]}`]),
    ...(separator === ',' ? [] : [`cells separated by ${separators[separator]}`]),
    ...(row === 1 ? [] : [`header row in row ${row}`]),
  ]
  return odd.length === 0 ? undefined : odd.join(', ')
}

const rowsLookedAt = 20

/** A mark at the beginning says so; without one, every other byte of plain text is empty in UTF-16. */
export function encodingOf(bytes: Buffer): { readonly encoding: Encoding; readonly mark: number } {
  const [one, two, three, four] = bytes
  if (one === 0xff && two === 0xfe) return { encoding: 'utf-16le', mark: 2 }
  if (one === 0xfe && two === 0xff) return { encoding: 'utf-16be', mark: 2 }
  if (one === 0xef && two === 0xbb && three === 0xbf) return { encoding: 'utf-8', mark: 3 }
  if (two === 0 && four === 0 && one !== 0 && three !== 0) return { encoding: 'utf-16le', mark: 0 }
  if (one === 0 && three === 0 && two !== 0 && four !== 0) return { encoding: 'utf-16be', mark: 0 }
  return { encoding: 'utf-8', mark: 0 }
}

/** The first header row of a file that we read; only without one, of another file of the return. */
export function formIn(bytes: Buffer): { readonly form: TableForm; readonly kind: Recognised['kind'] } | undefined {
  const { encoding, mark } = encodingOf(bytes)
  const found = rowsOf(bytes, encoding, mark).flatMap(({ start, words }, at) =>
    (Object.keys(separators) as Separator[]).flatMap((separator) => {
      const { kind } = recognise(words.split(separator).map((cell) => cell.replaceAll('"', '')))
      return kind === 'unknown' ? [] : [{ form: { encoding, separator, start, row: at + 1 }, kind }]
    }),
  )
  return found.find(({ kind }) => kind === 'read' || kind === 'template') ?? found[0]
}

/** By bytes, so that what stands above the table is passed over whatever signs are in it. */
function rowsOf(bytes: Buffer, encoding: Encoding, mark: number) {
  const width = encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1
  const signs = width === 2 ? new TextDecoder(encoding).decode(bytes.subarray(mark)) : bytes.toString('latin1', mark)
  const rows: { start: number; words: string }[] = []
  let start = mark
  for (const [, words = '', end = ''] of signs.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    rows.push({ start, words: width === 2 ? words : Buffer.from(words, 'latin1').toString() })
    start += (words.length + end.length) * width
    if (rows.length === rowsLookedAt) break
  }
  return rows
}
