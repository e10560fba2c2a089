/** Days as a return writes them: 31/03/2026. */
import { readDay as readIsoDay, type Day } from '../../src/calendar/day.ts'

const written = /^(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)$/

/** Reads each day once: a return repeats the same few thousand. */
export function dayReader(): (cell: string) => Day | undefined {
  const known = new Map<string, Day | undefined>()
  return (cell) => {
    if (!known.has(cell)) known.set(cell, readDay(cell))
    return known.get(cell)
  }
}

function readDay(cell: string): Day | undefined {
  const [, day = '', month = '', year = ''] = written.exec(cell) ?? []
  return readIsoDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
