/** From the reviews of a return: which have been held by a day. */
import type { Day } from '../calendar/day.ts'
import type { RowNote } from './row-notes.ts'

export type ReviewRow = { readonly row: number; readonly on: Day }

export type ReviewsHeld = {
  /** Each once, earliest first, those before this period of care as well. */
  readonly held: readonly Day[]
  readonly notYet: number
  readonly notes: readonly RowNote[]
}

/**
 * A return covers one year: reviews before its first one are kept, and from that day on they come from the return. A
 * return without reviews changes none. What was held after its last one is kept and doubted: a row that could not be read,
 * or an older extract, must not take it back in silence.
 */
export function reviewsHeld(asOf: Day, rows: readonly ReviewRow[], known: readonly Day[]): ReviewsHeld {
  const first = rows.reduce<Day | undefined>(
    (least, { on }) => (least === undefined || on < least ? on : least),
    undefined,
  )
  const last = rows
    .filter(({ on }) => on <= asOf)
    .reduce<ReviewRow | undefined>(
      (latest, row) => (latest === undefined || row.on > latest.on ? row : latest),
      undefined,
    )
  const later = last ? known.filter((on) => on > last.on && on <= asOf) : []
  const held = new Set([...known.filter((on) => first === undefined || on < first), ...later])
  const seen = new Set<Day>()
  const notes: RowNote[] = []
  if (last && later.length > 0)
    notes.push({ file: 'reviews', row: last.row, column: 'REVIEW', reason: 'later-one-known' })
  let notYet = 0
  for (const { row, on } of rows) {
    if (seen.has(on)) notes.push({ file: 'reviews', row, column: 'REVIEW', reason: 'duplicate-row' })
    else if (on > asOf) notYet += 1
    else held.add(on)
    seen.add(on)
  }
  return { held: [...held].sort(), notYet, notes }
}
