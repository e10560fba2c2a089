import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'

/** Whether `by` is this person or their deputy. */
export function actsFor({ people }: Partnership, by: PersonId, person: PersonId | undefined): boolean {
  return person !== undefined && (by === person || people.some(({ id, deputy }) => id === person && deputy === by))
}
