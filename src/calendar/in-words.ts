/** Days and times as the bot writes them, always by the clocks of England. */
import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'
import type { Day } from './day.ts'
import { inLondon } from './london.ts'

/** `Tuesday 31 March 2026` */
export const inWords = (day: Day): string => format(new TZDate(day, 'UTC'), 'EEEE d MMMM yyyy')

/** `31 Mar 2026`: in a line that has little room. */
export const dayInShort = (day: Day): string => format(new TZDate(day, 'UTC'), 'd MMM yyyy')

/** `Tuesday 31 March 2026, 09:00` */
export const instantInWords = (at: Date): string => format(inLondon(at), 'EEEE d MMMM yyyy, HH:mm')

/** `09:00` */
export const timeInWords = (at: Date): string => format(inLondon(at), 'HH:mm')
