/** Reminds of children whom nobody has confirmed. */
import { dayOf } from '../calendar/london.ts'
import { firstLookAgainCard, firstLookWaitsCard } from '../children/first-look.card.ts'
import { asksForFirstLook, firstLook, firstLookPolicy } from '../children/unconfirmed-children.ts'
import type { Hearer } from '../climbs/climb.ts'
import { endClimb, ringClimb } from '../climbs/take-step.ts'
import type { Card } from '../display/card.ts'
import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { coordinatorsOf, leadOf, personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Unconfirmed } from './first-look.form.ts'
import { unconfirmedOf } from './confirm-children.ts'
import type { DutiesNeeds } from './needs.ts'

export async function remindFirstLook(world: World<DutiesNeeds>, socialWorker: PersonId): Promise<void> {
  const waiting = await unconfirmedOf(world, [socialWorker])
  if (waiting.length === 0) return endClimb(world, firstLook(socialWorker))
  const rung = await ringClimb(world, firstLook(socialWorker), firstLookPolicy(world.partnership.policies))
  const told = new Set<PersonId>()
  for (const hearer of rung?.tells ?? [])
    for (const to of heard(world.partnership, hearer, socialWorker, waiting)) {
      if (told.has(to)) continue
      told.add(to)
      await tell(world, {
        key: `first-look-waits-${socialWorker}-${dayOf(world.now)}-${to}`,
        to,
        card: cardFor(world.partnership, hearer, socialWorker, waiting, to),
        about: { subject: 'person', id: socialWorker },
        what: asksForFirstLook,
      })
    }
}

/** Somebody who has left is no longer told: what they held is on a list of its own. */
export function heard(
  partnership: Partnership,
  hearer: Hearer,
  socialWorker: PersonId,
  waiting: readonly Unconfirmed[],
): readonly PersonId[] {
  const here = personById(partnership, socialWorker)
  if (hearer === 'owner') return here ? [socialWorker] : []
  if (hearer === 'lead') return [leadOf(partnership, here ?? { agency: partnership.authority })]
  if (hearer === 'coordinator') return coordinatorsOf(partnership).map(({ id }) => id)
  return waiting.flatMap(({ iro }) => (iro && personById(partnership, iro) ? [iro] : []))
}

function cardFor(
  partnership: Partnership,
  hearer: Hearer,
  socialWorker: PersonId,
  waiting: readonly Unconfirmed[],
  to: PersonId,
): Card {
  if (hearer === 'owner') return firstLookAgainCard(waiting.length)
  const name = nameOf(partnership, socialWorker)
  if (hearer !== 'iro') return firstLookWaitsCard(name, waiting.length)
  return firstLookWaitsCard(name, waiting.filter(({ iro }) => iro === to).length, ' you are the IRO for')
}
