/** Somebody who holds things but no longer may, because they left or changed role. */
import type { AgencyId, PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { coordinatorsOf, personById } from '../people/people.ts'
import type { Held } from './held.ts'

export type Leaver = {
  readonly id: PersonId
  readonly name: string
  /** Some version of the partnership had them. */
  readonly known: boolean
  /** They have left. If false, their role or agency changed. */
  readonly left: boolean
  readonly agency?: AgencyId
  readonly deputy?: PersonId
}

export function leaverOf(partnership: Partnership, id: PersonId): Leaver {
  const here = personById(partnership, id)
  const known = here ?? partnership.left?.find((one) => one.id === id)
  return {
    id,
    name: known?.name ?? 'Somebody',
    known: known !== undefined,
    left: !here,
    ...(known && { agency: known.agency }),
    ...(known?.deputy && { deputy: known.deputy }),
  }
}

type Overseers = {
  readonly deputies: readonly PersonId[]
  readonly leads: readonly PersonId[]
  readonly coordinators: readonly PersonId[]
}

/** Who oversees this: the deputy of the person who held it, the lead of the agency that it belongs to, and the coordinators. */
export function whoSeesTo(partnership: Partnership, held: Pick<Held, 'holder' | 'agency'>): Overseers {
  const leaver = leaverOf(partnership, held.holder)
  const isOther = (id: PersonId | undefined): id is PersonId =>
    id !== undefined && id !== leaver.id && personById(partnership, id) !== undefined
  const leadOf = (agency: AgencyId): readonly PersonId[] =>
    [partnership.agencies.find(({ id }) => id === agency)?.lead].filter(isOther)
  // Their new agency has nothing to do with what they held before.
  const agency = held.agency ?? (leaver.left ? leaver.agency : undefined) ?? partnership.authority
  return {
    deputies: [leaver.deputy].filter(isOther),
    leads: leadOf(agency),
    coordinators: coordinatorsOf(partnership, leaver.id).map(({ id }) => id),
  }
}

/** Each once. The person who answers for the child is told of a chair as well. */
export function whoIsTold(partnership: Partnership, held: Held): readonly PersonId[] {
  const { deputies, leads, coordinators } = whoSeesTo(partnership, held)
  const socialWorker = held.part === 'case-chair' ? held.case?.socialWorker : undefined
  const answersForChild = socialWorker && personById(partnership, socialWorker) ? [socialWorker] : []
  return [...new Set([...(deputies.length > 0 ? deputies : leads), ...coordinators, ...answersForChild])]
}
