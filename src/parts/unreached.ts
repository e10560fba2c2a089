/** Whom no message reaches today, among those who have a part in something. */
import type { PersonId } from '../ids.ts'
import type { PeopleNeeds } from '../people/needs.ts'
import type { World } from '../ports/world.ts'
import type { Part } from './part.ts'

export const unreachedOf = (
  { tx }: Pick<World<PeopleNeeds>, 'tx'>,
  parts: readonly Part[],
): Promise<ReadonlySet<PersonId>> => tx.unreached([...new Set(parts.map(({ person }) => person))])
