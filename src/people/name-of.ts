/** The name of somebody, also once they have left. */
import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { personById } from './people.ts'

/** The name of somebody whom a record names, also after they have left; `unknown` where no version ever had them. */
export function nameOf(partnership: Partnership, id: PersonId, unknown = 'Somebody who has left'): string {
  const here = personById(partnership, id)?.name
  if (here !== undefined) return here
  const left = partnership.left?.find((one) => one.id === id)?.name
  return left === undefined ? unknown : `${left} (has left)`
}
