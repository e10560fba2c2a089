/** The moment at which a day is worked out. */
import type { Day } from './day.ts'
import { instantOf } from './london.ts'

/** When the bot works out what a day holds: once the day has begun in England, and before anybody's working hours. */
export const beforeOpening = (day: Day): Date => instantOf(day, '00:05')
