/** Whom no message reaches today, and who receives what is said to somebody. */
import type { PersonId } from '../ids.ts'
import type { PeopleNeeds } from '../people/needs.ts'
import { receiverToday } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { Part } from './part.ts'
import { todayOf } from './parts-of.ts'

type Moment = Pick<World<PeopleNeeds>, 'tx' | 'now' | 'partnership'>

/** Somebody who is away is reached where the person is who receives their messages. */
export async function unreachedOf(world: Moment, parts: readonly Part[]): Promise<ReadonlySet<PersonId>> {
  const people = [...new Set(parts.map(({ person }) => person))]
  const { receiving, silent } = await reach(world, people)
  return new Set(people.filter((person) => silent.has(receiving(person))))
}

/** Who receives today what is said to these people, each once; without those whom no message reaches. */
export async function reachedFor(world: Moment, people: readonly PersonId[]): Promise<readonly PersonId[]> {
  const { receiving, silent } = await reach(world, people)
  return [...new Set(people.map(receiving))].filter((person) => !silent.has(person))
}

async function reach(world: Moment, people: readonly PersonId[]) {
  const { partnership, day, away } = await todayOf(world)
  const receiving = (person: PersonId): PersonId => receiverToday(partnership, person, day, (one) => away.has(one))
  return { receiving, silent: await world.tx.unreached([...new Set(people.map(receiving))]) }
}
