/** A partnership in which there is somebody else for every part, and how people leave it or change. */
import { AgencyId, PersonId } from '../../src/ids.ts'
import type { Partnership, PartnershipPerson, Role } from '../../src/partnership/partnership.ts'
import type { Bot } from './bot.ts'
import { demonstration } from './builders.ts'

const authority = demonstration.authority

const more: readonly Pick<PartnershipPerson, 'id' | 'name' | 'roles'>[] = [
  { id: PersonId.parse('coordinator'), name: 'Cora Lindqvist', roles: ['coordinator'] },
  { id: PersonId.parse('other-chair'), name: 'Odile Marchant', roles: ['chair'] },
  { id: PersonId.parse('other-iro'), name: 'Osric Fenwick', roles: ['iro'] },
]

/** The chair is no coordinator here, and there is a second of each role. */
export const staffed: Partnership = {
  ...demonstration,
  people: [
    ...demonstration.people.map((person) =>
      person.id === 'chair' ? { ...person, roles: ['chair' as const] } : person,
    ),
    ...more.map((person) => ({ ...person, email: `${person.id}@demo.example`, agency: authority })),
  ],
}

const changed = (
  partnership: Partnership,
  id: string,
  change: (person: PartnershipPerson) => PartnershipPerson,
): Partnership => ({
  ...partnership,
  people: partnership.people.map((person) => (person.id === id ? change(person) : person)),
})

/** As if they were not in the file any longer; what is kept of them is what a record needs to name them. */
export const without = (partnership: Partnership, ...gone: readonly string[]): Partnership => ({
  ...partnership,
  people: partnership.people.filter(({ id }) => !gone.includes(id)),
  left: partnership.people
    .filter(({ id }) => gone.includes(id))
    .map(({ id, name, agency, deputy }) => ({ id, name, agency, ...(deputy && { deputy }) })),
})

export const withRoles = (partnership: Partnership, id: string, ...roles: Role[]): Partnership =>
  changed(partnership, id, (person) => ({ ...person, roles }))

export const movedTo = (partnership: Partnership, id: string, agency: string): Partnership =>
  changed(partnership, id, (person) => ({ ...person, agency: AgencyId.parse(agency) }))

/** From September to December 2026, unless other days are given. */
export async function areAway(bot: Bot, ...people: readonly string[]): Promise<void> {
  for (const person of people)
    await bot.db.insertInto('away').values({ person, from_day: '2026-09-01', until_day: '2026-12-31' }).execute()
}
