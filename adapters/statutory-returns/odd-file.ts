/** What a file is that is no table of text, told by its first bytes, as somebody can put it right: a part of a sentence. */
import { open } from 'node:fs/promises'
import { encodingOf } from './table-form.ts'

/** Enough for titles above a table, and for header rows. */
const firstBytes = 16_384

export function oddStart(bytes: Buffer): string | undefined {
  if (bytes.length === 0) return 'is empty'
  if (bytes.every((byte) => byte === 0)) return 'holds nothing but empty bytes; copy it again'
  const kind = kinds.find(([starts]) =>
    starts.some((start) => bytes.subarray(0, start.length).equals(Buffer.from(start))),
  )
  if (kind) return kind[1]
  const { encoding, mark } = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes.subarray(mark))
  if (/^\s*<(\?xml|[a-z!])/i.test(text)) return 'is XML or a web page; expected the return as CSV'
  if (/^\s*[[{]\s*["{\]}]/.test(text)) return 'is JSON; expected the return as CSV'
  return undefined
}

const kinds: readonly (readonly [starts: readonly (readonly number[])[], says: string])[] = [
  [
    [
      [0x50, 0x4b, 0x03, 0x04],
      [0x50, 0x4b, 0x05, 0x06],
    ],
    'is a workbook or a zip file; expected each sheet saved as CSV, outside of any zip file',
  ],
  [[[0xd0, 0xcf, 0x11, 0xe0]], 'is an old Excel workbook, or one with a password; expected each sheet saved as CSV'],
  [
    [
      [0x09, 0x00, 0x04, 0x00],
      [0x09, 0x02, 0x06, 0x00],
      [0x09, 0x04, 0x06, 0x00],
      [0x09, 0x08],
    ],
    'is a very old Excel workbook; expected each sheet saved as CSV',
  ],
  [[[0x25, 0x50, 0x44, 0x46]], 'is a PDF; expected CSV'],
  [[[0x1f, 0x8b]], 'is a gzip file; expected the CSV files that are in it'],
  [[[0x37, 0x7a, 0xbc, 0xaf]], 'is a 7z file; expected the CSV files that are in it'],
  [[[...Buffer.from('{\\rtf')]], 'is a document of a word processor; expected CSV'],
  [
    [
      [0xff, 0xfe, 0x00, 0x00],
      [0x00, 0x00, 0xfe, 0xff],
    ],
    'is saved as UTF-32; save it as CSV UTF-8',
  ],
]

export async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(firstBytes), 0, firstBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
