/** Finding people in a partnership, and who receives today what is meant for somebody. */
import type { Day } from '../calendar/day.ts'
import type { AgencyId, PersonId } from '../ids.ts'
import { pastedAddress } from '../display/pasted-address.ts'
import type { Agency, Partnership, PartnershipPerson, Role } from '../partnership/partnership.ts'

export const personById = (partnership: Partnership, id: PersonId): PartnershipPerson | undefined =>
  partnership.people.find((person) => person.id === id)

/** The agency that somebody works for, or worked for when they were last in the partnership. */
export const lastAgencyOf = (partnership: Partnership, id: PersonId): AgencyId | undefined =>
  [...partnership.people, ...(partnership.left ?? [])].find((one) => one.id === id)?.agency

/** By the address that a platform vouches for, in upper or lower case. */
export function personByEmail(partnership: Partnership, address: string): PartnershipPerson | undefined {
  const wanted = address.trim().toLowerCase()
  return partnership.people.find((person) => person.email === wanted)
}

/** By the address that somebody pasted. */
export function personByPasted(partnership: Partnership, written: string): PartnershipPerson | undefined {
  const wanted = pastedAddress(written)
  return partnership.people.find((person) => person.email === wanted)
}

/** In the order of the partnership's file. */
export const peopleWith = (partnership: Partnership, role: Role): readonly PartnershipPerson[] =>
  partnership.people.filter((person) => person.roles.includes(role))

/**
 * Who looks after Unstuck, and is told what nobody else sees to. Where no coordinator is there, or nobody but the person who
 * is left out: the authority's lead, else the reader of the daily report. Nobody only where all of them have left.
 */
export function coordinatorsOf(partnership: Partnership, leftOut?: PersonId): readonly PartnershipPerson[] {
  const lines = linesOf(partnership)
  return lines.map((line) => line.filter(({ id }) => id !== leftOut)).find((line) => line.length > 0) ?? []
}

/** Everybody who looks after Unstuck, each once, but for those who are left out. */
export const lookedAfterBy = (partnership: Partnership, leftOut: readonly PersonId[]): readonly PartnershipPerson[] =>
  [...new Set(linesOf(partnership).flat())].filter(({ id }) => !leftOut.includes(id))

function linesOf(partnership: Partnership): readonly (readonly PartnershipPerson[])[] {
  const lead = partnership.agencies.find(({ id }) => id === partnership.authority)?.lead
  const [reader, leading] = [partnership.reportsTo, lead].map((id) => id && personById(partnership, id))
  return [peopleWith(partnership, 'coordinator'), leading ? [leading] : [], reader ? [reader] : []]
}

/** The organisation that somebody works for, also where it is no longer in the partnership. */
export function agencyOf(partnership: Partnership, { agency }: { readonly agency: AgencyId }): Agency {
  const isTheirs = ({ id }: Agency): boolean => id === agency
  const found = partnership.agencies.find(isTheirs) ?? partnership.leftAgencies?.find(isTheirs)
  if (!found) throw new Error(`no agency ${agency} in the partnership`)
  return found
}

/** Who answers for the organisation that somebody works for; it may be that person. */
export const leadOf = (partnership: Partnership, person: { readonly agency: AgencyId }): PersonId =>
  agencyOf(partnership, person).lead

/** The first in the chain of deputies who is not away; the person themselves where nobody in it is there. */
export function receiverToday(
  partnership: Partnership,
  id: PersonId,
  day: Day,
  isAway: (id: PersonId, day: Day) => boolean,
): PersonId {
  return [id, ...deputiesOf(partnership, id)].find((one) => !isAway(one, day)) ?? id
}

/** Their deputy, the deputy of that one, and so on: those who are in the partnership. Also of somebody who has left. */
export function deputiesOf(partnership: Partnership, person: PersonId): readonly PersonId[] {
  const chain = new Set<PersonId>([person])
  for (let next = deputyOf(partnership, person); next && !chain.has(next); next = deputyOf(partnership, next))
    chain.add(next)
  return [...chain].filter((one) => one !== person && personById(partnership, one))
}

/** Also of somebody who has left. */
export const deputyOf = (partnership: Partnership, id: PersonId): PersonId | undefined =>
  (personById(partnership, id) ?? partnership.left?.find((one) => one.id === id))?.deputy
