/** May this person see this of a thing, or do it? For what they are to it today. */
import type { PersonId } from '../ids.ts'
import { seenBy, type Field, type Standing } from '../permissions/may-see.ts'
import type { Part } from './part.ts'

export function may(parts: readonly Part[], person: PersonId, field: Field): boolean {
  const allowed: readonly Standing[] = seenBy[field]
  return rolesOf(parts, person).some((role) => allowed.includes(role))
}

/** Everything that this person is to the thing, each once. */
export const rolesOf = (parts: readonly Part[], person: PersonId): readonly Standing[] => [
  ...new Set(parts.filter((part) => part.person === person).map(({ role }) => role)),
]
