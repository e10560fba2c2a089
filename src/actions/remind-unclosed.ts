/** Reminds of a case in which everything that was agreed is done. */
import { dayOf } from '../calendar/london.ts'
import { unclosedCard, unclosedForIroCard } from '../cases/unclosed.card.ts'
import { unclosed, unclosedPolicy } from '../cases/unclosed.ts'
import { heardIn } from '../cases/unconfirmed.ts'
import { endClimb, ringClimb } from '../climbs/take-step.ts'
import type { CaseId } from '../ids.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { ActionsNeeds } from './needs.ts'

export async function remindUnclosed(world: World<ActionsNeeds>, id: CaseId): Promise<void> {
  const { tx, now } = world
  const stuck = await tx.caseById(id)
  const isDone = stuck?.state === 'following-up' && (await tx.actionsOf(id)).every(({ state }) => state === 'done')
  if (!stuck || !isDone) return endClimb(world, unclosed(id))
  const rung = await ringClimb(world, unclosed(id), unclosedPolicy(stuck))
  for (const hearer of rung?.tells ?? []) {
    const to = heardIn(stuck, hearer)
    if (!to) continue
    await tell(world, {
      key: `unclosed-${id}-${dayOf(now)}-${hearer}`,
      to,
      card: hearer === 'iro' ? unclosedForIroCard(stuck) : unclosedCard(stuck),
      about: { subject: 'case', id },
    })
  }
}
