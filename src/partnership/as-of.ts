/**
 * The partnership as it stands on a day: anybody whose last day is past is no longer in it. What the file guarantees still
 * holds then: every deputy, lead and reader of reports that is named is there, as long as anybody is who can stand in.
 */
import type { Day } from '../calendar/day.ts'
import type { PersonId } from '../ids.ts'
import { asLeft } from './left.ts'
import type { Agency, Partnership, PartnershipPerson } from './partnership.ts'

export function asOf(given: Partnership, day: Day): Partnership {
  const isHere = ({ ends }: PartnershipPerson): boolean => ends === undefined || ends >= day
  const here = given.people.filter(isHere)
  if (here.length === given.people.length) return given
  const standIn = standingIn(given.people, isHere)
  return {
    ...given,
    people: here.map(({ deputy, ...person }) => {
      const receiver = standIn(deputy)
      return receiver && receiver.id !== person.id ? { ...person, deputy: receiver.id } : person
    }),
    urgent: {
      ...given.urgent,
      ...(given.urgent.contacts && { contacts: contactsOf(given.urgent.contacts, standIn) }),
    },
    agencies: given.agencies.map((agency) => ({ ...agency, lead: leadOf(agency, here, standIn) })),
    reportsTo:
      (standIn(given.reportsTo) ?? here.find(({ roles }) => roles.includes('coordinator')))?.id ?? given.reportsTo,
    left: [...given.people.filter((person) => !isHere(person)).map(asLeft), ...(given.left ?? [])],
  }
}

type StandIn = (id: PersonId | undefined) => PartnershipPerson | undefined

/** This person, or the first in the chain of their deputies who is there. */
function standingIn(people: readonly PartnershipPerson[], isHere: (person: PartnershipPerson) => boolean): StandIn {
  const byId = new Map(people.map((person) => [person.id, person]))
  return (id) => {
    const asked = new Set<PersonId>()
    for (let next = id && byId.get(id); next && !asked.has(next.id); next = next.deputy && byId.get(next.deputy)) {
      if (isHere(next)) return next
      asked.add(next.id)
    }
    return undefined
  }
}

/** Each once, or the person who stands in; where nobody does, the name in the file stays. */
const contactsOf = (contacts: readonly PersonId[], standIn: StandIn): PersonId[] => [
  ...new Set(contacts.map((id) => standIn(id)?.id ?? id)),
]

/** Somebody of the same agency, or nobody: then the name in the file stays, and the next in line hear of what is due. */
function leadOf({ id, lead }: Agency, here: readonly PartnershipPerson[], standIn: StandIn): PersonId {
  const first = standIn(lead)
  const found = first?.agency === id ? first : here.find(({ agency, roles }) => agency === id && roles.includes('lead'))
  return found?.id ?? lead
}
