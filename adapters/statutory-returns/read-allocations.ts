/** One row of the allocations that the authority adds to a return. */
import type { StagedAllocation } from '../../src/children/staging.ts'
import { pastedAddress } from '../../src/display/pasted-address.ts'
import type { PartnershipPerson, Role } from '../../src/partnership/partnership.ts'
import type { Row } from './read-table.ts'
import { childOf, dayIn, notesOn, refused, type NoteOn, type Reading, type Refused } from './reading.ts'

const longestTeam = 60

/** Who works with the child: an address that nobody has, or somebody without the role, opens nothing to anybody. */
export function readAllocationRow(reading: Reading, row: Row): StagedAllocation | Refused {
  const [identifier = '', worker = '', team = '', iro = '', since = ''] = row.cells
  const notes = notesOn(reading, 'allocations', row)
  if (!row.whole) return notes.refuse('CHILD', 'columns-differ')
  const child = childOf(reading, identifier, notes)
  if (child === refused) return refused
  if (worker === '') return notes.refuse('SOCIAL_WORKER', 'no-address')
  const socialWorker = personIn(reading, 'SOCIAL_WORKER', worker, 'social-worker', notes)
  if (socialWorker === refused) return refused
  const reviewing = iro === '' ? undefined : personIn(reading, 'IRO', iro, 'iro', notes)
  if (reviewing === refused) return refused
  if (reviewing?.id === socialWorker.id) return notes.refuse('IRO', 'reviews-own-plan')
  if (team.length > longestTeam) return notes.refuse('TEAM', 'too-long')
  const from = dayIn(reading, 'FROM', since, notes)
  if (from === refused) return refused
  return {
    child,
    row: row.row,
    socialWorker: socialWorker.id,
    ...(team !== '' && { team }),
    ...(reviewing && { iro: reviewing.id }),
    from,
  }
}

function personIn(
  { people }: Reading,
  column: string,
  address: string,
  role: Extract<Role, 'social-worker' | 'iro'>,
  { refuse }: NoteOn,
): PartnershipPerson | Refused {
  const person = people.get(pastedAddress(address))
  if (!person) return refuse(column, 'unknown-address')
  if (!person.roles.includes(role)) return refuse(column, role === 'iro' ? 'not-an-iro' : 'not-a-social-worker')
  return person
}
