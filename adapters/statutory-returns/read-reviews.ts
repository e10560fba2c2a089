/** One row of the reviews of a return. */
import type { StagedReview } from '../../src/children/staging.ts'
import type { Row } from './read-table.ts'
import { childOf, dayIn, notesOn, refused, type Reading, type Refused } from './reading.ts'

export function readReviewRow(reading: Reading, row: Row): StagedReview | Refused {
  const [identifier = '', review = ''] = row.cells
  const notes = notesOn(reading, 'reviews', row)
  if (!row.whole) return notes.refuse('CHILD', 'columns-differ')
  const child = childOf(reading, identifier, notes)
  if (child === refused) return refused
  const on = dayIn(reading, 'REVIEW', review, notes)
  if (on === refused) return refused
  if (on < (reading.birthdays[child] ?? on)) {
    notes.doubt('REVIEW', 'review-before-birth')
    return refused
  }
  return { child, row: row.row, on }
}
