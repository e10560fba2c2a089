/** The next rung of a ladder is due: those it concerns get it with their post of the day. */
import { lockAction } from '../actions/find-action.ts'
import { dayOf } from '../calendar/london.ts'
import { ladderPolicy } from '../climbs/ladder.ts'
import { endClimb, ringClimb } from '../climbs/take-step.ts'
import { redated } from '../duties/redate-duty.ts'
import { isWithheld } from '../duties/withhold.ts'
import type { ActionId, CaseId, ChildId, DutyId } from '../ids.ts'
import { Rung } from '../partnership/policies.ts'
import { hears } from '../parts/hears.ts'
import { unreachedOf } from '../parts/unreached.ts'
import { nextOverviewOf } from '../people/overview-day.ts'
import { schedulePost, schedulePostOn } from '../people/schedule-post.ts'
import type { World } from '../ports/world.ts'
import { chasedAction, chasedDuty, type Chased } from './chased.ts'
import type { NudgesNeeds } from './needs.ts'
import type { NudgeId, Reached } from './nudge.ts'

export async function ringActionRung(world: World<NudgesNeeds>, id: ActionId): Promise<void> {
  const found = await lockAction(world.tx, id)
  if (!found) return
  const { action, stuck } = found
  await ring(world, chasedAction(action, world.partnership, world.calendar), { case: stuck.id, action: id })
}

export async function ringDutyRung(world: World<NudgesNeeds>, id: DutyId): Promise<void> {
  const known = await world.tx.lockDuty(id)
  if (!known) return
  const duty = await redated(world, known)
  if (await isWithheld(world, duty)) return
  await ring(world, chasedDuty(duty, world.partnership, world.calendar), { child: duty.child, duty: id })
}

type About = { case: CaseId; action: ActionId } | { child: ChildId; duty: DutyId }

async function ring(world: World<NudgesNeeds>, thing: Chased, about: About): Promise<void> {
  if (!thing.open) return endClimb(world, thing.climb)
  const reached = await ringClimb(world, thing.climb, ladderPolicy(thing.ladder), thing.dates)
  if (reached) await nudge(world, thing, about, Rung.parse(reached.stage))
}

async function nudge(world: World<NudgesNeeds>, thing: Chased, about: About, rung: Rung): Promise<void> {
  const unreached = await unreachedOf(world, thing.parts)
  const { to, missing } = hears(thing.parts, rung, { unreached })
  await world.tx.record({
    fact: 'rung-reached',
    ...about,
    rung,
    to: to.map(({ person }) => person),
    ...(missing.length > 0 && { missing: [...missing] }),
  })
  const day = dayOf(world.now)
  for (const { person } of to) {
    const nudge = { id: world.newId() as NudgeId, person, about: thing.about, rung, day, due: thing.due }
    if (await world.tx.nudgedBefore(nudge)) await saveRepeat(world, nudge)
    else {
      await world.tx.saveNudge(nudge)
      await schedulePost(world, person)
    }
  }
}

/** It has not moved since they heard of it. */
async function saveRepeat(world: World<NudgesNeeds>, nudge: Reached): Promise<void> {
  const waitsUntil = await nextOverviewOf(world, nudge.person)
  await world.tx.saveNudge({ ...nudge, waitsUntil })
  await schedulePostOn(world, nudge.person, waitsUntil)
}
