/** The people of the demonstration whom one can be, in the order in which a case meets them. */
import type { PersonId } from '../../src/ids.ts'
import { roleInWords } from '../../src/partnership/difference-in-words.ts'
import { Role, type Agency, type Partnership, type PartnershipPerson } from '../../src/partnership/partnership.ts'

export type CastMember = {
  readonly person: PersonId
  readonly name: string
  readonly role: string
  /** The same where there is little room; with the name where somebody else has the same. */
  readonly roleInShort: string
  readonly agency: string
  /** Only ever asked in somebody's place. */
  readonly standsIn: boolean
}

const leadOf = {
  'social-care': 'Social care lead',
  health: 'Health lead',
  police: 'Police lead',
  education: 'School lead',
  housing: 'Housing lead',
  voluntary: 'Voluntary sector lead',
  probation: 'Probation lead',
} as const satisfies Record<Agency['kind'], string>

export function castOf({ people, agencies }: Partnership): readonly CastMember[] {
  const cast = people.map((one) => {
    const agency = agencies.find(({ id }) => id === one.agency)
    const deputy = people.some(({ deputy }) => deputy === one.id) && !agencies.some(({ lead }) => lead === one.id)
    return {
      rank: Role.options.indexOf(mainRole(one)),
      person: one.id,
      name: one.name,
      role: roleOf(one, agency),
      roleInShort: mainRole(one) === 'iro' ? 'IRO' : roleOf(one, agency),
      agency: agency?.name ?? one.agency,
      standsIn: deputy,
    }
  })
  const shared = (one: CastMember) => cast.filter(({ roleInShort }) => roleInShort === one.roleInShort).length > 1
  return cast
    .map((one) => (shared(one) ? { ...one, roleInShort: `${one.roleInShort} (${one.name})` } : one))
    .toSorted((a, b) => Number(a.standsIn) - Number(b.standsIn) || a.rank - b.rank)
}

const mainRole = ({ roles }: PartnershipPerson): Role =>
  Role.options.find((role) => roles.includes(role)) ?? 'practitioner'

function roleOf(person: PartnershipPerson, agency: Agency | undefined): string {
  const role = mainRole(person)
  return role === 'lead' && agency ? leadOf[agency.kind] : capital(roleInWords[role])
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
