/** May this person see this of a thing, or do it? For what they are to it today. */
import { refused, type Refusal } from '../display/refusal.ts'
import type { PersonId } from '../ids.ts'
import { seenBy, type Field, type Standing } from '../permissions/may-see.ts'
import type { Part } from './part.ts'

export function may(parts: readonly Part[], person: PersonId, field: Field): boolean {
  const allowed: readonly Standing[] = seenBy[field]
  return rolesOf(parts, person).some((role) => allowed.includes(role))
}

/** Everything that this person is to the thing, each once. */
export const rolesOf = (parts: readonly Part[], person: PersonId): readonly Standing[] => [
  ...new Set(parts.filter((part) => part.person === person && part.through !== 'stands-by').map(({ role }) => role)),
]

/** Whether they are this, act for one who is, or are the deputy of one who is here: nobody decides between two sides and is one. */
export const sidesWith = (parts: readonly Part[], person: PersonId, role: Standing): boolean =>
  parts.some((part) => part.person === person && part.role === role && !part.further)

/** A deputy who could do it for a principal who is here learns that; everybody else, that it is not for them. */
export function refusedTo(parts: readonly Part[], person: PersonId, field: Field): Refusal {
  const allowed: readonly Standing[] = seenBy[field]
  const standsBy = parts.some(
    (part) => part.person === person && part.through === 'stands-by' && allowed.includes(part.role),
  )
  return refused(standsBy ? 'is-here-again' : 'not-for-you')
}
