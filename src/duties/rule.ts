/** By which day something is expected, as data: the earliest of some days, each so long after something that happened. */
import { isBankHoliday, lastKnownYear, runsPast } from '../calendar/bank-holidays.ts'
import type { Day } from '../calendar/day.ts'
import { inWords } from '../calendar/in-words.ts'
import { addDays, addMonths } from '../calendar/months.ts'
import { addWorkingDays, workingCalendar } from '../calendar/working-days.ts'

export type Happened =
  | 'care-began'
  | 'first-review'
  | 'second-review'
  /** The last health assessment that was held: one of the two, by the age of the child. */
  | 'assessed-under-five'
  | 'assessed-from-five'
  /** The social worker said that they do not know when it was held. */
  | 'last-not-known'

/** What is known to have happened, and what is not certain about it, as whole sentences without the last stop. */
export type CareEvents = {
  readonly days: Readonly<Partial<Record<Happened, Day>>>
  readonly doubts: readonly { readonly about: Happened; readonly says: string }[]
}

type Span = { readonly count: number; readonly unit: 'working days' | 'months' }

export type Limit = { readonly from: Happened; readonly after: readonly Span[] }

export type Rule = {
  /** Of two that fall on one day, the reason is the one that stands first. */
  readonly earliestOf: readonly Limit[]
  /** Where it comes from, for people. */
  readonly source: string
}

export type DueDay = {
  readonly due: Day
  /** In one line, with what is doubted about it. */
  readonly because: string
  /** How it was counted, a line each, for somebody who counts again. */
  readonly steps: readonly string[]
}

/** The law's working days know no local closing days (SI 2010/959, regulation 2). */
export const statutory = workingCalendar([])

/** Undefined while nothing happened that it counts from. */
export function dueBy({ earliestOf }: Rule, events: CareEvents): DueDay | undefined {
  const [first, ...rest] = earliestOf.flatMap((limit) => counted(limit, events))
  if (!first) return undefined
  const nearest = rest.reduce((soonest, one) => (one.day < soonest.day ? one : soonest), first)
  const later = [first, ...rest].filter((one) => one !== nearest)
  const doubted = events.doubts.filter(({ about }) => earliestOf.some(({ from }) => from === about))
  const doubts = [...doubted.map(({ says }) => says), ...(nearest.provisional ? [provisional] : [])]
  return {
    due: nearest.day,
    because: [nearest.words, ...doubts].join('. '),
    steps: [...nearest.steps, ...later.map(({ day, words }) => `Not earlier: ${inWords(day)}, ${words}.`)],
  }
}

type Counted = {
  readonly day: Day
  readonly words: string
  readonly steps: readonly string[]
  /** It runs through days of which nobody knows yet whether they are bank holidays. */
  readonly provisional: boolean
}

function counted({ from, after }: Limit, { days }: CareEvents): readonly Counted[] {
  const began = days[from]
  if (!began) return []
  const { after: since, itself, step } = said[from]
  let day = began
  let provisional = false
  const steps = [`${step} on ${inWords(began)}.`]
  for (const span of after) {
    const next = passed(day, span)
    if (span.unit === 'working days') provisional ||= runsPast(next)
    steps.push(`${spanInWords(span)} later is ${inWords(next)}${holidaysInWords(span, day, next)}.`)
    day = next
  }
  const length = after.map(spanInWords).join(' and ')
  const words = length ? `${length} after ${since} on ${inWords(began)}` : `${itself}, ${inWords(began)}`
  return [{ day, words, steps, provisional }]
}

const assessed = {
  after: 'the last health assessment',
  itself: 'the day of the last health assessment',
  step: 'The last health assessment was held',
} as const

const said = {
  'care-began': { after: 'care began', itself: 'the day on which care began', step: 'Care began' },
  'first-review': {
    after: 'the first review',
    itself: 'the day of the first review',
    step: 'The first review was held',
  },
  'second-review': {
    after: 'the second review',
    itself: 'the day of the second review',
    step: 'The second review was held',
  },
  'assessed-under-five': assessed,
  'assessed-from-five': assessed,
  'last-not-known': {
    after: 'it was said that the day of the last health assessment is not known',
    itself: 'the day on which it was said that the last health assessment is not known',
    step: 'It was said that the day of the last health assessment is not known',
  },
} as const satisfies Record<Happened, object>

const provisional = `Provisional: bank holidays are known until the end of ${lastKnownYear}`

const passed = (from: Day, { count, unit }: Span): Day =>
  unit === 'months' ? addMonths(from, count) : addWorkingDays(from, count, statutory)

const spanInWords = ({ count, unit }: Span): string => `${count} ${unit}`

/** Which bank holidays were left out of the count: what people who count by hand forget. */
function holidaysInWords({ unit }: Span, from: Day, to: Day): string {
  if (unit !== 'working days') return ''
  const holidays: Day[] = []
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) if (isBankHoliday(day)) holidays.push(day)
  return holidays.length > 0 ? `, without ${holidays.map(inWords).join(' and ')}` : ''
}
