/** Days as a return writes them: 31/03/2026. What a program writes, and can mean no other day, is read too: 2026-03-31. */
import { readDay as readIsoDay, type Day } from '../../src/calendar/day.ts'

const written = /^(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)$/
const iso = /^((?:19|20)\d\d)([-/.])(\d\d?)\2(\d\d?)$/
/** The month as a word: 31 Mar 2019, 31-March-2019, Sunday 31st March 2019. */
const inWords = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s./-]*([a-z]{3,9})\.?,?[\s./-]*((?:19|20)\d\d)$/i
const months = 'january february march april may june july august september october november december'.split(' ')
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
  const [, isoYear, , isoMonth = '', isoDay = ''] = iso.exec(day) ?? []
  if (isoYear) return dayOn(isoYear, isoMonth, isoDay)
  const [, inMonth = '', name = '', inYear] = inWords.exec(day) ?? []
  if (inYear) return dayOn(inYear, String(monthOf(name)), inMonth)
  const [, dayOfMonth = '', , month = '', year = ''] = written.exec(day) ?? []
  return dayOn(year, month, dayOfMonth)
}

const monthOf = (name: string): number => {
  const short = name.toLowerCase() === 'sept' ? 'sep' : name.toLowerCase()
  return 1 + months.findIndex((month) => month === short || (short.length === 3 && month.startsWith(short)))
}

const dayOn = (year: string, month: string, day: string): Day | undefined =>
  readIsoDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
