/** The bytes of a file from where its table begins, as UTF-8. */
import { isAscii } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { Transform, type Readable } from 'node:stream'
import { TextDecoder } from 'node:util'
import type { Encoding, TableForm } from './table-form.ts'

export function decodedFrom(path: string, { encoding, start }: TableForm, read: (bytes: number) => void): Readable {
  const file = createReadStream(path, { start })
  // What stands above the table was read as well.
  if (start > 0) file.once('data', () => read(start))
  file.on('data', (chunk) => read(chunk.length))
  if (encoding === 'utf-8') return file
  const text = new TextDecoder(encoding)
  const decoding = new Transform({
    transform(chunk: Buffer, _, done) {
      done(null, text.decode(chunk, { stream: true }))
    },
    flush(done) {
      done(null, text.decode())
    },
  })
  file.on('error', (error) => decoding.destroy(error))
  decoding.on('close', () => file.destroy())
  return file.pipe(decoding)
}

/**
 * A spreadsheet on Windows saves "CSV" as Windows-1252. It is taken for that where it is no UTF-8, and holds no character
 * that is written as UTF-8 writes it: text that is both was damaged, and its rows are refused.
 */
export async function encodingOfAll(path: string, { encoding, start }: TableForm): Promise<Encoding> {
  if (encoding !== 'utf-8') return encoding
  const text = new TextDecoder('utf-8', { fatal: true })
  const could = { beUtf8: true, beWindows: true }
  for await (const chunk of createReadStream(path, { start }) as AsyncIterable<Buffer>) {
    could.beUtf8 &&= isDecoded(text, chunk)
    could.beWindows &&= isAscii(chunk) || !notWindows.test(chunk.toString('latin1'))
  }
  could.beUtf8 &&= isDecoded(text)
  return !could.beUtf8 && could.beWindows ? 'windows-1252' : 'utf-8'
}

/** A character of UTF-8 in several bytes, an empty byte, or one of the five bytes that mean nothing on Windows. */
const notWindows = /[\xc3-\xf4][\x80-\xbf]|[\0\x81\x8d\x8f\x90\x9d]/

function isDecoded(text: TextDecoder, chunk?: Buffer): boolean {
  try {
    text.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}
