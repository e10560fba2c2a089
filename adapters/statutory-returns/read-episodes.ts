/** One row of the episodes of a return. */
import { legalStatuses } from '../../src/children/legal-status.ts'
import type { StagedEpisode } from '../../src/children/staging.ts'
import { careContinues, reasonsForEnd, reasonsForNewEpisode, startedCare } from './codes.ts'
import type { Row } from './read-table.ts'
import { childOf, dayIn, notesOn, refused, type Reading, type Refused } from './reading.ts'

export function readEpisodeRow(reading: Reading, row: Row): StagedEpisode | Refused {
  const [identifier = '', decom = '', rne = '', ls = '', dec = '', rec = ''] = row.cells
  const notes = notesOn(reading, 'episodes', row)
  if (!row.whole) return notes.refuse('CHILD', 'columns-differ')
  const child = childOf(reading, identifier, notes)
  if (child === refused) return refused
  const from = dayIn(reading, 'DECOM', decom, notes)
  if (from === refused) return refused
  const to = dec === '' ? undefined : dayIn(reading, 'DEC', dec, notes)
  if (to === refused) return refused
  if (to && to < from) return notes.refuse('DEC', 'ends-before-it-starts')

  const starting = rne.toUpperCase()
  if (!reasonsForNewEpisode.has(starting)) return notes.refuse('RNE', 'unknown-code')
  const legalStatus = legalStatuses.find((status) => status === ls.toUpperCase())
  if (!legalStatus) return notes.refuse('LS', 'unknown-code')
  const ending = rec.toUpperCase()
  if (ending !== '' && !reasonsForEnd.has(ending)) return notes.refuse('REC', 'unknown-code')

  if (from < (reading.birthdays[child] ?? from)) notes.doubt('DECOM', 'care-before-birth')
  const leavesCare = ending !== careContinues
  if (!to && ending !== '' && leavesCare) notes.doubt('REC', 'reason-without-end')
  if (to && ending === '') notes.doubt('REC', 'end-without-reason')
  return { child, row: row.row, from, ...(to && { to }), legalStatus, startsCare: starting === startedCare, leavesCare }
}
