/** Who acts for whom: a deputy at any time, and the person who stands in for somebody who is away. */
import { dayOf } from '../calendar/london.ts'
import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { PeopleNeeds } from './needs.ts'
import { receiverToday } from './people.ts'

/** Whether `by` is this person or their deputy. */
export function actsFor({ people }: Partnership, by: PersonId, person: PersonId | undefined): boolean {
  return person !== undefined && (by === person || people.some(({ id, deputy }) => id === person && deputy === by))
}

/** Everybody whose things this person receives today: their own, and those of people away who name them as deputy. */
export async function receivedFor(
  { tx, now, partnership }: Pick<World<PeopleNeeds>, 'tx' | 'now' | 'partnership'>,
  receiver: PersonId,
): Promise<readonly PersonId[]> {
  const today = dayOf(now)
  const away = await tx.awayOn(today)
  return partnership.people
    .map(({ id }) => id)
    .filter((id) => receiverToday(partnership, id, today, (one) => away.has(one)) === receiver)
}
