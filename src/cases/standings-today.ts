/** What a person is to a case today, with those for whom they stand in. */
import type { PersonId } from '../ids.ts'
import type { PeopleNeeds } from '../people/needs.ts'
import { receivedFor } from '../people/deputies.ts'
import type { Standing } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import { standingsIn, type Case } from './case.ts'

/** As `standingsIn`, and what those are whose things this person receives today: a deputy may be away as well. */
export const standingsToday = async (
  world: World<PeopleNeeds>,
  stuck: Case,
  by: PersonId,
): Promise<readonly Standing[]> => standingsIn(stuck, by, world.partnership, await receivedFor(world, by))
