/** Somebody who holds what they can no longer hold: also where they are not in the partnership any longer. */
import type { AgencyId, PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { peopleWith, personById } from '../people/people.ts'
import type { Held } from './held.ts'

export type Leaver = {
  readonly id: PersonId
  readonly name: string
  /** Not in the partnership any longer; otherwise it is their role or agency that has changed. */
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
    left: !here,
    ...(known && { agency: known.agency }),
    ...(known?.deputy && { deputy: known.deputy }),
  }
}

type Tellers = {
  readonly deputies: readonly PersonId[]
  readonly leads: readonly PersonId[]
  readonly coordinators: readonly PersonId[]
}

/** Who sees to what this person held: their deputy, else the lead of their agency, and the coordinators. */
export function whoSeesTo(partnership: Partnership, leaver: Leaver): Tellers {
  const isOther = (id: PersonId | undefined): id is PersonId =>
    id !== undefined && id !== leaver.id && personById(partnership, id) !== undefined
  const leadOf = (agency: AgencyId | undefined): readonly PersonId[] =>
    [partnership.agencies.find(({ id }) => id === agency)?.lead].filter(isOther)
  const coordinators = peopleWith(partnership, 'coordinator').map(({ id }) => id)
  const theirLead = leadOf(leaver.agency ?? partnership.authority)
  const leadsOfAuthority = leadOf(partnership.authority)
  return {
    deputies: [leaver.deputy].filter(isOther),
    leads: theirLead,
    coordinators:
      [coordinators.filter(isOther), leadsOfAuthority, [partnership.reportsTo].filter(isOther)].find(
        (those) => those.length > 0,
      ) ?? [],
  }
}

/** Each once. Whoever answers for the child is told of a chair as well. */
export function whoIsTold(partnership: Partnership, leaver: Leaver, held: Held): readonly PersonId[] {
  const { deputies, leads, coordinators } = whoSeesTo(partnership, leaver)
  const socialWorker = held.part === 'case-chair' ? held.case?.socialWorker : undefined
  const answersForChild = socialWorker && personById(partnership, socialWorker) ? [socialWorker] : []
  return [...new Set([...(deputies.length > 0 ? deputies : leads), ...coordinators, ...answersForChild])]
}
