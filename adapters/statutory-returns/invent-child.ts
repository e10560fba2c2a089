/** Invents one child's time in care, told backwards from a day. Nobody is behind any of it. */
import type { Day } from '../../src/calendar/day.ts'
import { addDays, addMonths } from '../../src/calendar/months.ts'
import type { LegalStatus } from '../../src/children/legal-status.ts'
import type { Draws } from './seeded-draws.ts'

export type InventedEpisode = {
  readonly from: Day
  readonly to?: Day
  readonly legalStatus: LegalStatus
  /** Why it started, and why it ended, by the codes of the return. */
  readonly started: 'S' | 'L' | 'P'
  readonly ended?: 'X1' | 'E4A' | 'E45'
}

export type InventedChild = {
  readonly born: Day
  readonly episodes: readonly InventedEpisode[]
  readonly reviews: readonly Day[]
  /** Nobody is allocated yet. */
  readonly waiting?: true
}

export type Invent = (asOf: Day, draws: Draws) => InventedChild

/** What a county has: mostly settled care, some new, and the oddities that every return has. Two of each 24 wait. */
export const lives: readonly [Invent, ...Invent[]] = [
  inCareSince(9, 0),
  inCareSince(16, 0),
  inCareSince(23, 0),
  inCareSince(62, 1),
  inCareSince(83, 1),
  inCareSince(104, 1),
  inCareSince(112, 1),
  inCareSince(118, 2),
  settled,
  settled,
  withStatusChanged,
  settled,
  backAfterAGap,
  onShortBreaks,
  settled,
  gone,
  withTwoOpenEpisodes,
  settled,
  waiting(inCareSince(30, 1)),
  withReviewAhead,
  withStatusChanged,
  settled,
  waiting(settled),
  settled,
]

const days = 7

/** Nobody meets at a weekend: the Friday before. */
const onWeekday = (day: Day): Day => addDays(day, -([2, 0, 0, 0, 0, 0, 1][new Date(day).getUTCDay()] ?? 0))

/** Reviewed as the regulations want it: within 20 working days, three months later, then every six. */
function reviewsFrom(start: Day, asOf: Day, draws: Draws, most = Infinity): readonly Day[] {
  const reviews: Day[] = []
  for (let next = onWeekday(addDays(start, draws.between(22, 27))); next < asOf && reviews.length < most;) {
    reviews.push(next)
    next = onWeekday(addDays(addMonths(next, reviews.length === 1 ? 3 : 6), -draws.between(0, days)))
  }
  return reviews
}

/** Old enough to have been born before it all, and not of age for a year to come. */
const bornBefore = (start: Day, asOf: Day, draws: Draws): Day => {
  const eldest = addMonths(asOf, -12 * 17)
  const born = addDays(start, -draws.between(30, 365 * 13))
  return born < eldest ? addDays(eldest, draws.between(1, 300)) : born
}

function inCareSince(daysAgo: number, reviewsHeld: number): Invent {
  return (asOf, draws) => {
    const start = addDays(asOf, -daysAgo - draws.between(0, 3))
    return {
      born: bornBefore(start, asOf, draws),
      episodes: [{ from: start, legalStatus: draws.oneOf(['C1', 'V2']), started: 'S' }],
      reviews: reviewsFrom(start, asOf, draws, reviewsHeld),
    }
  }
}

function settled(asOf: Day, draws: Draws): InventedChild {
  const start = addDays(asOf, -draws.between(240, 1_500))
  return {
    born: bornBefore(start, asOf, draws),
    episodes: [{ from: start, legalStatus: 'C2', started: 'S' }],
    reviews: reviewsFrom(start, asOf, draws),
  }
}

function withStatusChanged(asOf: Day, draws: Draws): InventedChild {
  const start = addDays(asOf, -draws.between(300, 900))
  const interim = addDays(start, 3)
  const full = addDays(start, draws.between(150, 220))
  return {
    born: bornBefore(start, asOf, draws),
    episodes: [
      { from: start, to: interim, legalStatus: 'L2', started: 'S', ended: 'X1' },
      { from: interim, to: full, legalStatus: 'C1', started: 'L', ended: 'X1' },
      { from: full, legalStatus: 'C2', started: 'L' },
    ],
    reviews: reviewsFrom(start, asOf, draws),
  }
}

function backAfterAGap(asOf: Day, draws: Draws): InventedChild {
  const start = addDays(asOf, -draws.between(700, 900))
  const left = addDays(start, draws.between(150, 250))
  const back = addDays(asOf, -draws.between(95, 105))
  return {
    born: bornBefore(start, asOf, draws),
    episodes: [
      { from: start, to: left, legalStatus: 'V2', started: 'S', ended: 'E4A' },
      { from: back, legalStatus: 'C1', started: 'S' },
    ],
    reviews: [...reviewsFrom(start, left, draws), ...reviewsFrom(back, asOf, draws)],
  }
}

function onShortBreaks(asOf: Day, draws: Draws): InventedChild {
  const start = addDays(asOf, -draws.between(200, 900))
  return {
    born: bornBefore(start, asOf, draws),
    episodes: [{ from: start, legalStatus: draws.oneOf(['V3', 'V4']), started: 'S' }],
    reviews: [],
  }
}

function gone(asOf: Day, draws: Draws): InventedChild {
  const child = settled(addDays(asOf, -30), draws)
  return { ...child, episodes: child.episodes.map((one) => ({ ...one, to: addDays(asOf, -30), ended: 'E45' })) }
}

function withTwoOpenEpisodes(asOf: Day, draws: Draws): InventedChild {
  const child = settled(asOf, draws)
  const later = addDays(asOf, -draws.between(60, 120))
  return { ...child, episodes: [...child.episodes, { from: later, legalStatus: 'E1', started: 'L' }] }
}

/** The next review is planned and already in the return, and one is in it twice. */
function withReviewAhead(asOf: Day, draws: Draws): InventedChild {
  const child = settled(asOf, draws)
  return {
    ...child,
    reviews: [...child.reviews, ...child.reviews.slice(0, 1), onWeekday(addDays(asOf, draws.between(20, 60)))],
  }
}

function waiting(invent: Invent): Invent {
  return (asOf, draws) => ({ ...invent(asOf, draws), waiting: true })
}
