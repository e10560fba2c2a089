/** What is odd about a file that is not recognised, as somebody can put it right: what a spreadsheet or a program made of it. */
import { open } from 'node:fs/promises'
import { recognise } from './recognise.ts'

/** `of` a file of the return: without it the return would be read as if that file were not there. */
export type Odd = { readonly says: string; readonly ofReturn: boolean }

/** Enough for titles above a table, and for header rows. */
const firstBytes = 16_384
const rowsLookedAt = 20
const separators = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' } as const
type Separator = keyof typeof separators

export async function oddFile(path: string): Promise<Odd | undefined> {
  const bytes = await beginningOf(path)
  if (bytes.length === 0) return { says: 'is empty', ofReturn: false }
  const kind = kinds.find(([start]) => bytes.subarray(0, start.length).equals(Buffer.from(start)))
  if (kind) return { says: kind[1], ofReturn: false }
  const { text, encoding } = decoded(bytes)
  if (/^\s*<(\?xml|[a-z!])/i.test(text))
    return { says: 'is XML or a web page; expected the return as CSV', ofReturn: false }
  const table = tableIn(text)
  if (!table) return undefined
  const wrong = [
    ...(encoding === 'UTF-8' ? [] : [`it is saved as ${encoding}; expected CSV UTF-8`]),
    ...(table.separator === ',' ? [] : [`its cells are separated by ${separators[table.separator]}; expected commas`]),
    ...(table.row === 1 ? [] : [`its header row is row ${table.row}; expected row 1`]),
  ]
  return wrong.length === 0 ? undefined : { says: wrong.join(', and '), ofReturn: table.isRead }
}

const kinds: readonly (readonly [start: readonly number[], says: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'is a workbook or a zip file; expected each sheet saved as CSV, outside of any zip file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'is an old Excel workbook; expected each sheet saved as CSV'],
  [[0x25, 0x50, 0x44, 0x46], 'is a PDF; expected CSV'],
]

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(firstBytes), 0, firstBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function decoded(bytes: Buffer): { readonly text: string; readonly encoding: string } {
  const [one, two] = bytes
  if (one === 0xff && two === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'Unicode text' }
  if (one === 0xfe && two === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'Unicode text' }
  // Every other byte of plain letters is empty there.
  if (two === 0 && bytes[3] === 0) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'Unicode text' }
  return { text: new TextDecoder().decode(bytes), encoding: 'UTF-8' }
}

/** Where the header row of a file of the return is, and what separates its cells. */
function tableIn(text: string) {
  const rows = text
    .replaceAll('\0', '')
    .split(/\r\n|\n|\r/)
    .slice(0, rowsLookedAt)
  for (const [at, row] of rows.entries())
    for (const separator of Object.keys(separators) as Separator[]) {
      const { kind } = recognise(row.split(separator).map((cell) => cell.replaceAll('"', '')))
      if (kind !== 'unknown') return { row: at + 1, separator, isRead: kind !== 'left-alone' }
    }
  return undefined
}
