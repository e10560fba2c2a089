/** Between instants and days: everything that the bot says or decides by date is by the clocks of England. */
import { TZDate, tzOffset } from '@date-fns/tz'
import { format } from 'date-fns'
import { asDay, type Day } from './day.ts'
import { hourMs } from './durations.ts'

const zone = 'Europe/London'

/** An instant as the clocks of England show it, for formatting. */
export const inLondon = (at: Date): Date => new TZDate(at.getTime(), zone)

export const dayOf = (at: Date): Day => asDay(format(inLondon(at), 'yyyy-MM-dd'))

/**
 * The instant at which the clocks of England show this time (HH:MM) on this day. A time that the spring clock change
 * leaves out is read an hour later; one that the autumn change repeats is its first occurrence.
 */
export function instantOf(day: Day, time: string): Date {
  // Not by TZDate's own parts: which of two repeated hours it takes depends on the machine's zone.
  const inWinter = Date.parse(`${day}T${time}Z`)
  const inSummer = new Date(inWinter - hourMs)
  return tzOffset(zone, inSummer) === 60 ? inSummer : new Date(inWinter)
}
