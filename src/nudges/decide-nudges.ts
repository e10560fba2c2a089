/** Nudges go live, or back into shadow, by a decision that is on record. */
import { beforeOpening } from '../calendar/before-opening.ts'
import { dayOf } from '../calendar/london.ts'
import { addDays } from '../calendar/months.ts'
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
async function restart({ tx, now }: World<NudgesNeeds>): Promise<void> {
  const today = dayOf(now)
  const { actions, duties } = await tx.restartLadders(today)
  const tomorrow = beforeOpening(addDays(today, 1))
  for (const action of actions) await tx.setWake({ wake: 'action-rung', action }, tomorrow)
  for (const duty of duties) await tx.setWake({ wake: 'duty-rung', duty }, tomorrow)
}
