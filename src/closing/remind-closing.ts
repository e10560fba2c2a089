/** Reminds those who can agree that a case is closed, and then the coordinators, that nobody has answered. */
import type { ActionsNeeds } from '../actions/needs.ts'
import { dayOf } from '../calendar/london.ts'
import { endClimb, ringClimb } from '../climbs/take-step.ts'
import type { ClosingId } from '../ids.ts'
import { nameOf } from '../people/name-of.ts'
import { coordinatorsOf } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { answering } from '../cases/answering.ts'
import { closingWaitsCard, proposedCard } from './closing.card.ts'
import { unanswered, unansweredPolicy } from './closing-climbs.ts'

export async function remindClosing(world: World<ActionsNeeds>, id: ClosingId): Promise<void> {
  const { tx, now, partnership } = world
  const closing = await tx.closingById(id)
  const stuck = closing && (await tx.caseById(closing.case))
  if (closing?.state !== 'proposed' || !stuck || stuck.state === 'closed') return endClimb(world, unanswered(id))
  const rung = await ringClimb(world, unanswered(id), unansweredPolicy(stuck))
  if (!rung) return
  const about = { subject: 'closing', id } as const
  const key = `closing-waits-${id}-${dayOf(now)}` as const
  const open = (await tx.actionsOf(stuck.id)).filter(({ state }) => state === 'open').length
  const { people } = (await answering(world, about, stuck, closing)).answering
  for (const { person: to } of people)
    await tell(world, {
      ...{ key: `${key}-${to}`, to, about },
      card: proposedCard(stuck, closing, nameOf(partnership, closing.by), open),
    })
  if (!rung.tells.includes('coordinator')) return
  for (const { id: to } of coordinatorsOf(partnership, closing.by))
    if (people.every(({ person }) => person !== to))
      await tell(world, {
        ...{ key: `${key}-${to}`, to, card: closingWaitsCard(stuck) },
        about: { subject: 'person', id: to },
      })
}
