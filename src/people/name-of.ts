/** The name of somebody, or of an agency, also once they have left. */
import type { AgencyId, PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { personById } from './people.ts'

/** The name of somebody whom a record names, also after they have left; `unknown` where no version ever had them. */
export function nameOf(partnership: Partnership, id: PersonId, unknown = 'Somebody who has left'): string {
  const here = personById(partnership, id)?.name
  if (here !== undefined) return here
  const left = partnership.left?.find((one) => one.id === id)?.name
  return left === undefined ? unknown : `${left} (has left)`
}

/** The name of an agency that a record names, as it was last known; `unknown` where no version ever had it. */
export const agencyName = (
  { agencies, leftAgencies = [] }: Partnership,
  agency: AgencyId | undefined,
  unknown = 'An agency that has left',
): string => [...agencies, ...leftAgencies].find(({ id }) => id === agency)?.name ?? unknown

/** In place of a name that its owner wants the IRO alone to read. */
export const namedToIroAlone = 'somebody who is named to the IRO alone'
