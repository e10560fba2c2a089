/** Reminds the IRO, and then the coordinators, of somebody who waits for an answer to their objection. */
import type { ActionsNeeds } from '../actions/needs.ts'
import { dayOf } from '../calendar/london.ts'
import { lockRaising } from '../cases/lock-raising.ts'
import { endClimb, ringClimb } from '../climbs/take-step.ts'
import type { RaisingId } from '../ids.ts'
import { coordinatorsOf } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { answering } from '../cases/answering.ts'
import { objected, objectedPolicy } from './closing-climbs.ts'
import { objectionCard, objectionWaitsCard } from './objection.card.ts'

export async function remindObjection(world: World<ActionsNeeds>, id: RaisingId): Promise<void> {
  const { tx, now, partnership } = world
  const { raising, stuck } = await lockRaising(tx, id)
  if (!stuck || !raising?.objection || raising.objection.answeredAt) return endClimb(world, objected(id))
  const rung = await ringClimb(world, objected(id), objectedPolicy(stuck))
  if (!rung) return
  const about = { subject: 'objection', id } as const
  const key = `objection-waits-${id}-${dayOf(now)}` as const
  const { people } = (await answering(world, about, stuck, raising)).answering
  for (const { person: to } of people)
    await tell(world, { key: `${key}-${to}`, to, card: objectionCard(stuck, raising), about })
  if (!rung.tells.includes('coordinator')) return
  for (const { id: to } of coordinatorsOf(partnership, raising.by))
    if (people.every(({ person }) => person !== to))
      await tell(world, {
        ...{ key: `${key}-${to}`, to, card: objectionWaitsCard(stuck) },
        about: { subject: 'person', id: to },
      })
}
