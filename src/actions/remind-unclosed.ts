/** Reminds of a case in which everything that was agreed is done. */
import { dayOf } from '../calendar/london.ts'
import type { Case } from '../cases/case.ts'
import { heardInCase } from '../cases/heard-in-case.ts'
import { noIroCard } from '../cases/no-iro.card.ts'
import { unclosedCard, unclosedForIroCard } from '../cases/unclosed.card.ts'
import { unclosed, unclosedPolicy } from '../cases/unclosed.ts'
import { endClimb, ringClimb } from '../climbs/take-step.ts'
import type { Card } from '../display/card.ts'
import type { CaseId } from '../ids.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { ActionsNeeds } from './needs.ts'

export async function remindUnclosed(world: World<ActionsNeeds>, id: CaseId): Promise<void> {
  const { tx, now } = world
  const stuck = await tx.caseById(id)
  const isDone = stuck?.state === 'following-up' && (await tx.actionsOf(id)).every(({ state }) => state !== 'open')
  if (!stuck || !isDone) return endClimb(world, unclosed(id))
  const rung = await ringClimb(world, unclosed(id), unclosedPolicy(stuck))
  // Somebody else is waited for, who is reminded of the proposal itself.
  if ((await tx.lastClosingOf(id))?.state === 'proposed') return
  for (const { to, as, what } of await heardInCase(world, stuck, rung?.tells ?? []))
    await tell(world, {
      key: `unclosed-${id}-${dayOf(now)}-${as === 'coordinator' ? to : as}`,
      to,
      card: cardFor(stuck, as),
      about: { subject: 'case', id },
      what,
    })
}

type As = Awaited<ReturnType<typeof heardInCase>>[number]['as']

function cardFor(stuck: Case, as: As): Card {
  if (as === 'coordinator') return noIroCard(stuck, 'unclosed')
  return as === 'iro' ? unclosedForIroCard(stuck) : unclosedCard(stuck)
}
