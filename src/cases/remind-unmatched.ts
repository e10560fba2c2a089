/** Sends reminders about a raising whose child nobody has found. */
import { dayOf } from '../calendar/london.ts'
import type { Hearer } from '../climbs/climb.ts'
import { endClimb, ringClimb } from '../climbs/take-step.ts'
import type { PersonId, RaisingId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { coordinatorsOf, leadOf } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { isWaiting } from './case.ts'
import type { CasesNeeds } from './needs.ts'
import { stillUnmatchedCard, unmatchedForLeadCard } from './unmatched.card.ts'
import { unmatched, unmatchedPolicy } from './unmatched.ts'

export async function remindUnmatched(world: World<CasesNeeds>, id: RaisingId): Promise<void> {
  const { tx, now, partnership } = world
  const raising = await tx.raisingById(id)
  if (!raising || !isWaiting(raising)) return endClimb(world, unmatched(id))
  const rung = await ringClimb(world, unmatched(id), unmatchedPolicy(partnership.policies))
  const told = new Set<PersonId>()
  for (const hearer of rung?.tells ?? [])
    for (const to of heard(partnership, hearer)) {
      if (told.has(to)) continue
      told.add(to)
      await tell(world, {
        key: `still-unmatched-${id}-${dayOf(now)}-${to}`,
        to,
        card: hearer === 'lead' ? unmatchedForLeadCard(raising) : stillUnmatchedCard(raising, partnership),
        about: { subject: 'raising', id },
      })
    }
}

const heard = (partnership: Partnership, hearer: Hearer): readonly PersonId[] =>
  hearer === 'lead'
    ? [leadOf(partnership, { agency: partnership.authority })]
    : coordinatorsOf(partnership).map(({ id }) => id)
