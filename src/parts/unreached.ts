/** Whom no message reaches today, among those who have a part in something. */
import type { PersonId } from '../ids.ts'
import type { PeopleNeeds } from '../people/needs.ts'
import { receiverToday } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { Part } from './part.ts'
import { todayOf } from './parts-of.ts'

/** Somebody who is away is reached where the person is who receives their messages. */
export async function unreachedOf(
  world: Pick<World<PeopleNeeds>, 'tx' | 'now' | 'partnership'>,
  parts: readonly Part[],
): Promise<ReadonlySet<PersonId>> {
  const { partnership, day, away } = await todayOf(world)
  const receiving = (person: PersonId): PersonId => receiverToday(partnership, person, day, (one) => away.has(one))
  const people = [...new Set(parts.map(({ person }) => person))]
  const silent = await world.tx.unreached([...new Set(people.map(receiving))])
  return new Set(people.filter((person) => silent.has(receiving(person))))
}
