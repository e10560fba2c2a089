/**
 * A screenshot as a PNG with a palette: a third of the size of what browsers write. Pages of text and flat colour have
 * few colours; the rarest become their neighbours where there are more than a palette holds.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

type Pixels = {
  readonly width: number
  readonly height: number
  readonly rows: readonly Buffer[]
  readonly bytes: 3 | 4
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const paletteHolds = 256

export function smallPng(png: Buffer): Buffer {
  const pixels = decode(png)
  const palette = paletteOf(pixels)
  const places = new Map<number, number>(palette.map((colour, place) => [colour, place]))
  const indexed = pixels.rows.map((row) =>
    Buffer.from(
      coloursOf(row, pixels).map((colour) => {
        const place = places.get(colour) ?? nearestPlace(palette, colour)
        places.set(colour, place)
        return place
      }),
    ),
  )
  return encode(pixels, palette, indexed)
}

/** The colours that are used most. */
function paletteOf(pixels: Pixels): readonly number[] {
  const counts = new Map<number, number>()
  for (const row of pixels.rows)
    for (const colour of coloursOf(row, pixels)) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const commonFirst = [...counts].toSorted((a, b) => b[1] - a[1])
  return commonFirst.slice(0, paletteHolds).map(([colour]) => colour)
}

const coloursOf = (row: Buffer, { width, bytes }: Pixels): number[] =>
  Array.from({ length: width }, (_, x) => row.readUIntBE(x * bytes, 3))

function nearestPlace(palette: readonly number[], colour: number): number {
  const distances = palette.map((other) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0),
  )
  return distances.indexOf(Math.min(...distances))
}

function encode({ width, height }: Pixels, colours: readonly number[], rows: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3], 8) // eight bits each, with a palette
  const palette = Buffer.alloc(colours.length * 3)
  for (const [place, colour] of colours.entries()) palette.writeUIntBE(colour, place * 3, 3)
  const unfiltered = Buffer.concat(rows.flatMap((row) => [Buffer.alloc(1), row]))
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(unfiltered, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** Reads what a browser writes: eight bits each, no palette, not interlaced. */
function decode(png: Buffer): Pixels {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const bytes = png[25] === 6 ? 4 : 3
  const packed: Buffer[] = []
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const filtered = inflateSync(Buffer.concat(packed))
  const rows: Buffer[] = []
  const stride = width * bytes
  let above: Buffer = Buffer.alloc(stride)
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1)
    above = unfilter(filtered[start] ?? 0, filtered.subarray(start + 1, start + 1 + stride), above, bytes)
    rows.push(above)
  }
  return { width, height, rows, bytes }
}

/** PNG specification, 9.2: a byte was written as its difference from its neighbours. */
function unfilter(filter: number, line: Buffer, above: Buffer, bytes: number): Buffer {
  const row = Buffer.from(line)
  for (let x = 0; x < row.length; x += 1) {
    const left = row[x - bytes] ?? 0
    const up = above[x] ?? 0
    const corner = x < bytes ? 0 : (above[x - bytes] ?? 0)
    const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter] ?? 0
    row[x] = (row[x] ?? 0) + guess
  }
  return row
}

function nearest(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(estimate - one)) as [number, number, number]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
