/** A moment that has passed, as people write it: `21:50`, `yesterday at 9pm`, `7/9/2026 21:50`, `ten minutes ago`, `now`. */
import { GB, type ParsedResult } from 'chrono-node/en'
import { tzOffset } from '@date-fns/tz'
import { asDay } from './day.ts'
import { minuteMs } from './durations.ts'
import { dayOf, instantOf } from './london.ts'
import { addDays } from './months.ts'

type Components = ParsedResult['start']

/** People round up, and clocks differ: so much later than now is now. */
const aheadMs = 10 * minuteMs
/** What is longer ago is a slip in the year. */
const longestAgoDays = 366

/**
 * By the clocks of England. Undefined where it names no time of day (`today`, `at 7`), lies ahead, or is more than a year
 * ago. A time alone is the last one: at ten past midnight, 23:50 is yesterday's.
 */
export function readPastMoment(given: string, now: Date): Date | undefined {
  const written = asClock(given)
  const reference = { instant: now, timezone: tzOffset('Europe/London', now) }
  const found = GB.parse(written, reference)
  const [first] = found
  if (!first || found.length > 1 || first.end || !namesTime(first.start, first.text)) return undefined
  const at = lastTime(first.start, now)
  if (at.getTime() > now.getTime() + aheadMs || dayOf(at) < addDays(dayOf(now), -longestAgoDays)) return undefined
  return at > now ? now : at
}

/** `21.50`, `21h50` and `2150` are times too; `07.09.2026` is none. */
const asClock = (given: string): string =>
  given
    .replace(/(?<![\d.])([01]?\d|2[0-3])[.h]([0-5]\d)(?![\d.])(?!\s*[ap]\.?m)/gi, '$1:$2')
    .replace(/^\s*(at\s+)?([01]\d|2[0-3])([0-5]\d)\s*$/i, '$2:$3')

/** `at 7` may be morning or evening. */
const namesTime = (start: Components, words: string): boolean =>
  start.isCertain('hour') && (start.isCertain('meridiem') || /\d:\d\d/.test(words))

function lastTime(start: Components, now: Date): Date {
  const two = (part: 'month' | 'day' | 'hour' | 'minute'): string => String(start.get(part) ?? 0).padStart(2, '0')
  const day = asDay(`${String(start.get('year')).padStart(4, '0')}-${two('month')}-${two('day')}`)
  const at = instantOf(day, `${two('hour')}:${two('minute')}`)
  const isTimeAlone = !start.isCertain('day') && !start.isCertain('weekday')
  return isTimeAlone && at.getTime() > now.getTime() + aheadMs
    ? instantOf(addDays(day, -1), `${two('hour')}:${two('minute')}`)
    : at
}
