/** For whom somebody acts today, and whose messages they receive. */
import { dayOf } from '../calendar/london.ts'
import type { PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import type { PeopleNeeds } from './needs.ts'
import { deputiesOf, receiverToday } from './people.ts'
import { standIns } from './standing-in.ts'

type Moment = Pick<World<PeopleNeeds>, 'tx' | 'now' | 'partnership'>

/** Everybody whose things this person receives today: their own, and those of people away who name them as deputy. */
export async function receivedFor({ tx, now, partnership }: Moment, receiver: PersonId): Promise<readonly PersonId[]> {
  const today = dayOf(now)
  const away = await tx.awayOn(today)
  return partnership.people
    .map(({ id }) => id)
    .filter((id) => receiverToday(partnership, id, today, (one) => away.has(one)) === receiver)
}

/** Those who are away, have left or get none of our messages, and for whom this person acts today. */
export async function actedForBy({ tx, now, partnership }: Moment, by: PersonId): Promise<readonly PersonId[]> {
  const principals = principalsOf({ partnership }, by)
  if (principals.length === 0) return []
  const people = principals.flatMap((one) => [one, ...deputiesOf(partnership, one)])
  const [away, silent] = [await tx.awayOn(dayOf(now)), await tx.unreached([...new Set(people)])]
  return principals.filter((one) => standIns(one, { partnership, away, silent }).includes(by))
}

/** Everybody for whom this person would ever act: as their deputy, or as the deputy of one. */
export const principalsOf = ({ partnership }: Pick<Moment, 'partnership'>, by: PersonId): readonly PersonId[] =>
  [...partnership.people, ...(partnership.left ?? [])]
    .map(({ id }) => id)
    .filter((id) => deputiesOf(partnership, id).includes(by))
