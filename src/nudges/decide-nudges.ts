/** Nudges go live, or back into shadow, by a decision that is on record. */
import { beforeOpening } from '../calendar/before-opening.ts'
import { dayOf } from '../calendar/london.ts'
import { addDays } from '../calendar/months.ts'
import { actionLadder, dutyLadder, ladderDates, ladderPolicy } from '../climbs/ladder.ts'
import { startClimbFrom } from '../climbs/take-step.ts'
import { done, type Answer } from '../display/answer.ts'
import { refused } from '../display/refusal.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import type { NudgesNeeds } from './needs.ts'
import type { NudgesMode } from './nudge.ts'

/** Live only where both the machine is set to it and somebody has decided it. */
export const nudgesMode = (configured: NudgesMode, decided: NudgesMode | undefined): NudgesMode =>
  configured === 'live' && decided === 'live' ? 'live' : 'shadow'

export async function decideNudges(
  world: World<NudgesNeeds>,
  by: PartnershipPerson,
  nudges: NudgesMode,
): Promise<Answer> {
  const { tx, partnership } = world
  if (by.id !== partnership.reportsTo && !by.roles.includes('coordinator')) return refused('not-for-you')
  const earlier = await tx.nudgesDecision()
  if (earlier === nudges) return refused('already-done')
  await tx.saveNudgesDecision(nudges)
  await tx.record({ fact: 'nudges-decided', nudges })
  if (nudges === 'live') await restart(world)
  return done(
    nudges === 'live'
      ? 'Reminders are live if the setting NUDGES is live too. What was worked out in shadow does not count. Reminders begin tomorrow.'
      : 'Reminders are in shadow. They are worked out but not sent. Only the daily report is sent.',
  )
}

/** What was climbed in shadow nobody was told of, so it counts for nothing. */
async function restart(world: World<NudgesNeeds>): Promise<void> {
  const { tx, now, calendar } = world
  const today = dayOf(now)
  const from = beforeOpening(addDays(today, 1))
  const { actions, duties } = await tx.startedChasing(today)
  for (const { id, ...action } of actions)
    await startClimbFrom(world, actionLadder(id), ladderPolicy(action.ladder), {
      ...ladderDates(action, calendar),
      from,
    })
  for (const { id, ...duty } of duties)
    await startClimbFrom(world, dutyLadder(id), ladderPolicy(duty.ladder), { ...ladderDates(duty, calendar), from })
}
