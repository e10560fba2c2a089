/** Who of those who should hear of a concern is still in the partnership. */
import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { coordinatorsOf, personById } from '../people/people.ts'

/** Those of these people who are in the partnership; where none is, the coordinators. */
export function whoIsHere(partnership: Partnership, meant: readonly PersonId[]): readonly PersonId[] {
  const here = meant.filter((id) => personById(partnership, id))
  return here.length > 0 ? here : coordinatorsOf(partnership).map(({ id }) => id)
}
