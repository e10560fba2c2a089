import type { Day } from '../calendar/day.ts'
import type { PersonId } from '../ids.ts'
import type { Tx } from '../ports/transaction.ts'

export type PeopleNeeds = Tx & {
  /** Who is away on this day. */
  awayOn(day: Day): Promise<ReadonlySet<PersonId>>
  /** Both days are days of absence. */
  saveAway(person: PersonId, from: Day, until: Day): Promise<void>
}
