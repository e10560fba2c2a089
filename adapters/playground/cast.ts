/** The people of the demonstration whom one can be, in the order in which a case meets them. */
import type { PersonId } from '../../src/ids.ts'
import type { Partnership, Role } from '../../src/partnership/partnership.ts'

export type CastMember = {
  readonly person: PersonId
  readonly name: string
  readonly role: string
  readonly body: string
}

const roles: readonly (readonly [Role, says: string])[] = [
  ['practitioner', 'Practitioner'],
  ['social-worker', 'Social worker'],
  ['lead', 'Agency lead'],
  ['chair', 'Chair'],
  ['iro', 'Independent Reviewing Officer'],
  ['coordinator', 'Coordinator'],
]

export function castOf({ people, bodies }: Partnership): readonly CastMember[] {
  return roles.flatMap(([, says], rank) =>
    people
      .filter((one) => roles.findIndex(([other]) => one.roles.includes(other)) === rank)
      .map(({ id, name, body }) => ({
        person: id,
        name,
        role: says,
        body: bodies.find((one) => one.id === body)?.name ?? body,
      })),
  )
}
