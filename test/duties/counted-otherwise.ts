/**
 * The due days once more, counted in another way than the engine counts: by places in a list of all working days, and by
 * hand through the lengths of the months. It shares nothing with the engine but the list of bank holidays.
 */
import published from '../../src/calendar/bank-holidays.json' with { type: 'json' }

const holidays = new Set(Object.entries(published).flatMap(([year, days]) => days.map((day) => `${year}-${day}`)))
const two = (number: number): string => String(number).padStart(2, '0')

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lengthOf = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** Every day from 2000 to 2029 with its weekday: 1 January 2000 was a Saturday. */
export const everyDay: readonly string[] = Array.from({ length: 30 }, (_, index) => 2000 + index).flatMap((year) =>
  Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) =>
    Array.from({ length: lengthOf(year, month) }, (_, index) => `${year}-${two(month)}-${two(index + 1)}`),
  ),
)
const working = everyDay.filter((day, index) => ![0, 1].includes(index % 7) && !holidays.has(day))

/** The place of the first working day after each day. */
const following = new Map<string, number>()
let place = 0
for (const day of everyDay) {
  while ((working[place] ?? '9') <= day) place += 1
  following.set(day, place)
}

export const workingDaysLater = (day: string, count: number): string =>
  working[(following.get(day) ?? NaN) + count - 1] ?? 'beyond'

export function monthsLater(day: string, months: number): string {
  let [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  for (let left = months; left > 0; left -= 1) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  date = Math.min(date, lengthOf(year, month))
  return `${year}-${two(month)}-${two(date)}`
}

const earliest = (...days: readonly (string | undefined)[]): string =>
  days.filter((day) => day !== undefined).sort()[0] ?? ''

/** `held`: earliest first. */
export function dueOtherwise(kind: 'permanence-plan' | 'health-assessment', start: string, held: readonly string[]) {
  const [first] = held
  const inTime = workingDaysLater(start, 20)
  if (kind === 'health-assessment') return earliest(inTime, first)
  const second = first && held.find((day) => day > workingDaysLater(first, 20))
  return earliest(monthsLater(inTime, 3), first && monthsLater(first, 3), second)
}
