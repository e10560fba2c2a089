/** What a platform will never deliver is told to the coordinators, so that a person is told by another route. */
import { dayOf } from '../calendar/london.ts'
import type { MessageId, PersonId } from '../ids.ts'
import type { Subject } from '../ports/transaction.ts'
import type { World } from '../ports/world.ts'
import type { PeopleNeeds } from './needs.ts'
import { nameOf } from './name-of.ts'
import { coordinatorsOf, lookedAfterBy, personById } from './people.ts'
import { tell } from './tell.ts'
import { notToldCard, undeliveredCard } from './undelivered.card.ts'

type Undelivered = {
  readonly id: MessageId
  readonly key: string
  readonly to: PersonId
  readonly about: Subject
  readonly urgent: boolean
}

const keyStart = 'undelivered-'
/** Where the notice itself could not be delivered. */
const againStart = 'undelivered-again-'

/** Every urgent one; for the rest, one a day for each person. */
export async function tellUndelivered(world: World<PeopleNeeds>, message: Undelivered, code: string): Promise<void> {
  const { id, key, to, urgent, about } = message
  // Nobody is left who could be told: it stands on the status page.
  if (key.startsWith(againStart)) return
  const { partnership, now } = world
  const isNotice = key.startsWith(keyStart) && about.subject === 'person'
  const missed = isNotice ? about.id : to
  const name = (one: PersonId): string => nameOf(partnership, one, 'somebody who has left')
  const phone = personById(partnership, missed)?.phone
  const card = isNotice ? notToldCard(name(to), code, name(missed), phone) : undeliveredCard(name(to), code, phone)
  const which = urgent ? id : `${to}-${dayOf(now)}`
  const hears = isNotice ? lookedAfterBy(partnership, [to, missed]) : coordinatorsOf(partnership, to)
  for (const one of hears)
    await tell(world, {
      key: `${isNotice ? againStart : keyStart}${which}-${one.id}`,
      to: one.id,
      card,
      about: { subject: 'person', id: missed },
      ...(urgent && { urgent }),
    })
}
