/** Days as a return writes them: 31/03/2026. What a program writes, and can mean no other day, is read too: 2026-03-31. */
import { readDay as readIsoDay, type Day } from '../../src/calendar/day.ts'

const written = /^(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)$/
const iso = /^((?:19|20)\d\d)-(\d\d)-(\d\d)$/
/** A spreadsheet's day without its time of day. */
const midnight = /[ T]0?0:00(?::00(?:\.0+)?)?Z?$/

/** Reads each day once: a return repeats the same few thousand. */
export function dayReader(): (cell: string) => Day | undefined {
  const known = new Map<string, Day | undefined>()
  return (cell) => {
    if (!known.has(cell)) known.set(cell, readDay(cell))
    return known.get(cell)
  }
}

function readDay(cell: string): Day | undefined {
  const day = cell.replace(midnight, '')
  if (iso.test(day)) return readIsoDay(day)
  const [, dayOfMonth = '', , month = '', year = ''] = written.exec(day) ?? []
  return readIsoDay(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`)
}
