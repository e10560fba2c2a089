/** The people of the demonstration whom one can be, in the order in which a case meets them. */
import type { PersonId } from '../../src/ids.ts'
import type { Agency, Partnership, PartnershipPerson, Role } from '../../src/partnership/partnership.ts'

export type CastMember = {
  readonly person: PersonId
  readonly name: string
  readonly role: string
  /** The same where there is little room. */
  readonly roleInShort: string
  readonly body: string
  /** Only ever asked in somebody's place. */
  readonly standsIn: boolean
}

const inOrder: readonly Role[] = ['practitioner', 'social-worker', 'lead', 'chair', 'iro', 'coordinator']

const roleInWords = {
  practitioner: 'Practitioner',
  'social-worker': 'Social worker',
  lead: 'Lead',
  chair: 'Chair',
  iro: 'Independent Reviewing Officer',
  coordinator: 'Coordinator',
} as const satisfies Record<Role, string>

const leadOf = {
  'social-care': 'Social care lead',
  health: 'Health lead',
  police: 'Police lead',
  education: 'School lead',
  housing: 'Housing lead',
  voluntary: 'Voluntary sector lead',
  probation: 'Probation lead',
} as const satisfies Record<Agency['kind'], string>

export function castOf({ people, bodies }: Partnership): readonly CastMember[] {
  const cast = people.map((one) => {
    const body = bodies.find(({ id }) => id === one.body)
    const deputy = people.some(({ deputy }) => deputy === one.id) && !bodies.some(({ lead }) => lead === one.id)
    return {
      rank: inOrder.indexOf(mainRole(one)),
      person: one.id,
      name: one.name,
      role: roleOf(one, body),
      roleInShort: mainRole(one) === 'iro' ? 'IRO' : roleOf(one, body),
      body: body?.name ?? one.body,
      standsIn: deputy,
    }
  })
  return cast.toSorted((a, b) => Number(a.standsIn) - Number(b.standsIn) || a.rank - b.rank)
}

const mainRole = ({ roles }: PartnershipPerson): Role => inOrder.find((role) => roles.includes(role)) ?? 'practitioner'

function roleOf(person: PartnershipPerson, body: Agency | undefined): string {
  const role = mainRole(person)
  return role === 'lead' && body ? leadOf[body.kind] : roleInWords[role]
}
