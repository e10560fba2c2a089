/** When somebody is asked whose message waits for working hours: at once, or when they open. */
import { dayOf } from './london.ts'
import { inWords } from './in-words.ts'
import type { WorkingCalendar } from './working-days.ts'
import { nextWorkingMoment } from './working-hours.ts'

type Moment = {
  readonly now: Date
  readonly hours: Parameters<typeof nextWorkingMoment>[1]
  readonly calendar: WorkingCalendar
}

/** To follow "is" or "are": "being asked now", or on which day. */
export function askedWhen({ now, hours, calendar }: Moment): string {
  const opens = nextWorkingMoment(now, hours, calendar)
  return opens <= now ? 'being asked now' : `going to be asked on ${inWords(dayOf(opens))}, when working hours open`
}
