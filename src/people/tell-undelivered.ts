/** What a platform will never deliver is told to the coordinators, so that a person is told by another route. */
import { dayOf } from '../calendar/london.ts'
import type { MessageId, PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import type { PeopleNeeds } from './needs.ts'
import { nameOf } from './name-of.ts'
import { coordinatorsOf, personById } from './people.ts'
import { tell } from './tell.ts'
import { undeliveredCard } from './undelivered.card.ts'

type Undelivered = {
  readonly id: MessageId
  readonly key: string
  readonly to: PersonId
  readonly urgent: boolean
}

const keyStart = 'undelivered-'

/** Every urgent one; for the rest, one a day for each person. Never about one of these messages. */
export async function tellUndelivered(
  world: World<PeopleNeeds>,
  { id, key, to, urgent }: Undelivered,
  code: string,
): Promise<void> {
  if (key.startsWith(keyStart)) return
  const { partnership, now } = world
  const name = nameOf(partnership, to, 'somebody who has left')
  const about = { subject: 'person', id: to } as const
  const which = urgent ? id : `${to}-${dayOf(now)}`
  for (const coordinator of coordinatorsOf(partnership, to))
    await tell(world, {
      key: `${keyStart}${which}-${coordinator.id}`,
      to: coordinator.id,
      card: undeliveredCard(name, code, personById(partnership, to)?.phone),
      about,
      ...(urgent && { urgent }),
    })
}
