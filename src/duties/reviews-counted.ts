/** Which of the reviews that were held are the first and the second. */
import type { Day } from '../calendar/day.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { statutory } from './rule.ts'

/** A review that was adjourned is finished within so many working days (IRO Handbook, chapter 3). */
const adjournedAtMost = 20

type ReviewsCounted = {
  readonly first?: Day
  readonly second?: Day
  /** The first was held in two parts, as far as the days tell: which the second is depends on it. */
  readonly inParts: boolean
}

/** `held`: earliest first. A review in two parts counts as held on the day of the first part: never the later day. */
export function reviewsCounted(held: readonly Day[]): ReviewsCounted {
  const counted: Day[] = []
  let inParts = false
  for (const day of held) {
    const [first, second] = counted
    if (second) break
    const isPart = first !== undefined && day <= addWorkingDays(first, adjournedAtMost, statutory)
    if (isPart) inParts = true
    else counted.push(day)
  }
  const [first, second] = counted
  return { ...(first && { first }), ...(second && { second }), inParts }
}
