/**
 * Who stands in for somebody today. Nobody does while they are here: a deputy acts while somebody is away, has left, or gets
 * none of our messages.
 */
import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { deputiesOf, personById } from './people.ts'

export type Presence = {
  /** As of today: without those who have left. */
  readonly partnership: Partnership
  readonly away: ReadonlySet<PersonId>
  /** Whom no message reaches. */
  readonly silent?: ReadonlySet<PersonId>
}

/** The person who receives their messages, and the first of their deputies whom messages reach: mostly one and the same. */
export function standIns(person: PersonId, { partnership, away, silent }: Presence): readonly PersonId[] {
  const isHere = (one: PersonId): boolean => personById(partnership, one) !== undefined && !away.has(one)
  const isReached = (one: PersonId): boolean => isHere(one) && !silent?.has(one)
  if (isReached(person)) return []
  const chain = deputiesOf(partnership, person)
  const receives = isHere(person) ? undefined : chain.find(isHere)
  return [...new Set([receives, chain.find(isReached)])].filter((one) => one !== undefined)
}
