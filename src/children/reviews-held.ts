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
 * What was held stays held: a return covers one year, an extract may be older, and a row may not have been readable. A
 * review that the return should have, between its first and its last or after it, is kept and doubted.
 */
export function reviewsHeld(
  asOf: Day,
  rows: readonly ReviewRow[],
  known: readonly Day[],
  takenBack: readonly Day[] = [],
): ReviewsHeld {
  const read = rows.filter(({ on }) => on <= asOf).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const [first, last] = [read[0], read.at(-1)]
  const held = new Set(known)
  const seen = new Set<Day>()
  const notes: RowNote[] = []
  const doubt = (row: number, reason: RowNote['reason']) =>
    notes.push({ file: 'reviews', row, column: 'REVIEW', reason })
  if (last && known.some((on) => on > last.on && on <= asOf)) doubt(last.row, 'later-one-known')
  for (const on of known)
    if (first && last && first.on < on && on < last.on && !read.some((row) => row.on === on))
      doubt(read.find((row) => row.on > on)?.row ?? last.row, 'one-before-known')
  let notYet = 0
  for (const { row, on } of rows) {
    if (seen.has(on)) doubt(row, 'duplicate-row')
    else if (on > asOf) {
      notYet += 1
      doubt(row, 'held-later')
    } else if (takenBack.includes(on)) doubt(row, 'taken-back-here')
    else held.add(on)
    seen.add(on)
  }
  return { held: [...held].sort(), notYet, notes }
}
