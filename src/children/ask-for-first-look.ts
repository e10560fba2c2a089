/** A child for whom nobody has yet said what exists waits on the first-look list of the social worker. */
import { startClimb } from '../climbs/take-step.ts'
import type { PersonId } from '../ids.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { firstLookCard } from './first-look.card.ts'
import { asksForFirstLook, firstLook, firstLookPolicy } from './unconfirmed-children.ts'
import type { ChildState } from './merge-child.ts'
import type { MergeNeeds } from './merge-needs.ts'

/** The social worker who has to look at this child because of this return. */
export function newlyToConfirm(state: ChildState, known: ChildState | undefined): PersonId | undefined {
  if (state.care.scope !== 'in' || state.confirmedAt) return undefined
  const waitedAlready =
    known?.care.scope === 'in' &&
    !known.confirmedAt &&
    known.allocation?.socialWorker === state.allocation?.socialWorker
  return waitedAlready ? undefined : state.allocation?.socialWorker
}

/** One message for each, with all that they have yet to look at. */
export async function askForFirstLooks(
  world: World<MergeNeeds>,
  staging: string,
  lookers: readonly PersonId[],
): Promise<void> {
  for (const [person, children] of await world.tx.countUnconfirmed(lookers)) {
    await tell(world, {
      key: `first-look-${person}-${staging}`,
      to: person,
      card: firstLookCard(children),
      about: { subject: 'person', id: person },
      what: asksForFirstLook,
    })
    await startClimb(world, firstLook(person), firstLookPolicy(world.partnership.policies))
  }
}
