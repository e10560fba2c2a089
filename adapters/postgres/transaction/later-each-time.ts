/** When a wake that could not ring is tried again. */
import { minuteMs } from '../../../src/calendar/durations.ts'

/** One minute, two, four … an hour at most: long enough for a database to come back, short enough for a child. */
export const laterEachTime = (at: Date, tries: number): Date =>
  new Date(at.getTime() + minuteMs * Math.min(2 ** tries, 60))
