/** Who else was told of a danger, as one of them may read it. */
import type { ChildId, PersonId } from '../ids.ts'
import type { StoredChild } from '../parts/stored.ts'
import { agencyName, nameOf } from '../people/name-of.ts'
import { lastAgencyOf, personById } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { Concern } from './concern.ts'
import { roleOf } from './who-hears.ts'

type Answering = Omit<StoredChild, 'id'>

/** Outside the authority the agencies alone: who it is would tell whether the child is known, and in its care. */
export function alsoTold(
  { partnership }: Pick<World<unknown>, 'partnership'>,
  { writer, child: id, socialWorker, iro }: Pick<Concern, 'writer' | 'child'> & Answering,
  told: readonly PersonId[],
  reader: PersonId,
): readonly string[] {
  const others = told.filter((one) => one !== reader && one !== writer)
  const agencyOf = (one: PersonId): string => agencyName(partnership, lastAgencyOf(partnership, one))
  if (personById(partnership, reader)?.agency !== partnership.authority) return [...new Set(others.map(agencyOf))]
  const child = childOf(id, { ...(socialWorker && { socialWorker }), ...(iro && { iro }) })
  return others.map((one) => `${nameOf(partnership, one)} (${roleOf({ partnership }, child, one) ?? agencyOf(one)})`)
}

const childOf = (id: ChildId | undefined, answering: Answering): StoredChild => ({ ...(id && { id }), ...answering })
