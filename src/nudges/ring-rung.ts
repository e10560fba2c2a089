/** The next rung of a ladder is due: those it concerns get it with their post of the day. */
import { lockAction } from '../actions/find-action.ts'
import { beforeOpening } from '../calendar/before-opening.ts'
import { dayOf } from '../calendar/london.ts'
import type { Day } from '../calendar/day.ts'
import { redated } from '../duties/redate-duty.ts'
import type { ActionId, CaseId, ChildId, DutyId } from '../ids.ts'
import type { Rung } from '../partnership/policies.ts'
import { hears } from '../parts/hears.ts'
import { unreachedOf } from '../parts/unreached.ts'
import type { World } from '../ports/world.ts'
import type { Wake } from '../vocabulary.ts'
import { chasedAction, chasedDuty, type Chased, type ChasedSubject } from './chased.ts'
import { nextRungDay, rungDue } from './ladder.ts'
import type { NudgesNeeds } from './needs.ts'
import type { NudgeId } from './nudge.ts'
import { schedulePost } from './schedule-post.ts'

export async function ringActionRung(world: World<NudgesNeeds>, id: ActionId): Promise<void> {
  const found = await lockAction(world.tx, id)
  if (!found) return
  const climbed = await climb(world, chasedAction(found.action, world.partnership, world.calendar), {
    case: found.stuck.id,
    action: id,
  })
  if (climbed) await world.tx.saveAction({ ...found.action, ...climbed })
}

export async function ringDutyRung(world: World<NudgesNeeds>, id: DutyId): Promise<void> {
  const known = await world.tx.lockDuty(id)
  if (!known) return
  const duty = await redated(world, known)
  const thing = chasedDuty(duty, world.partnership, world.calendar)
  const climbed = await climb(world, thing, { child: duty.child, duty: id })
  if (climbed) await world.tx.saveDuty({ ...duty, ...climbed })
}

type Climbed = { readonly lastRung: Rung; readonly lastRungOn: Day }
type About = { case: CaseId; action: ActionId } | { child: ChildId; duty: DutyId }

async function climb(world: World<NudgesNeeds>, thing: Chased, about: About): Promise<Climbed | undefined> {
  if (!thing.open) return undefined
  const { tx, now, calendar } = world
  const today = dayOf(now)
  const rung = rungDue(thing.ladderState, today, calendar)
  const climbed = rung && { lastRung: rung, lastRungOn: today }
  if (rung) await nudge(world, thing, about, rung, today)
  const next = nextRungDay({ ...thing.ladderState, ...climbed }, today, calendar)
  if (next) await tx.setWake(wakeOf(thing.about), beforeOpening(next))
  return climbed
}

async function nudge(world: World<NudgesNeeds>, thing: Chased, about: About, rung: Rung, today: Day): Promise<void> {
  const unreached = await unreachedOf(world, thing.parts)
  const { to, missing } = hears(thing.parts, rung, { unreached })
  await world.tx.record({
    fact: 'rung-reached',
    ...about,
    rung,
    to: to.map(({ person }) => person),
    ...(missing.length > 0 && { missing: [...missing] }),
  })
  for (const { person } of to) {
    await world.tx.saveNudge({ id: world.newId() as NudgeId, person, about: thing.about, rung, day: today })
    await schedulePost(world, person)
  }
}

const wakeOf = (about: ChasedSubject): Wake =>
  about.subject === 'action' ? { wake: 'action-rung', action: about.id } : { wake: 'duty-rung', duty: about.id }
