/** A health assessment was held: the next is expected from then on, which is a duty of its own. */
import { beforeOpening } from '../calendar/before-opening.ts'
import { dayOf } from '../calendar/london.ts'
import { addDays } from '../calendar/months.ts'
import { dutyLadder, ladderDates, ladderPolicy } from '../climbs/ladder.ts'
import { startClimbFrom } from '../climbs/take-step.ts'
import type { Day } from '../calendar/day.ts'
import type { Child } from '../children/child.ts'
import { ChildEventId, DutyId, type ChildId, type PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import { lastNotKnown } from './child-event.ts'
import { dueDay } from './due-day.ts'
import type { Duty } from './duty.ts'
import type { DutiesNeeds } from './needs.ts'

/** The last that was held, of a child long in care: no initial assessment is expected beside it. */
export async function keepAssessed(
  world: World<DutiesNeeds>,
  { id, socialWorker }: Child,
  by: PersonId,
  on: Day,
  duty?: DutyId,
): Promise<void> {
  const held = { kind: 'assessment-held', on, by, at: world.now, ...(duty && { duty }) } as const
  await world.tx.saveChildEvent({ id: ChildEventId.parse(world.newId()), child: id, ...held })
  await startReview(world, id, socialWorker ?? by)
}

/** Of a child long in care: no initial assessment is expected of them, and health is asked when the last was held. */
export async function keepLastNotKnown(
  world: World<DutiesNeeds>,
  { id, socialWorker }: Child,
  by: PersonId,
): Promise<void> {
  const said = { kind: lastNotKnown, on: dayOf(world.now), by, at: world.now } as const
  await world.tx.saveChildEvent({ id: ChildEventId.parse(world.newId()), child: id, ...said })
  await startReview(world, id, socialWorker ?? by)
}

/** Of the social worker, or of who had the last one where the child has none. One that is open goes on by its own day. */
export async function startReview(world: World<DutiesNeeds>, id: ChildId, before: PersonId): Promise<Duty | undefined> {
  const { tx, now, partnership, calendar } = world
  const kind = 'review-health-assessment'
  const child = await tx.childById(id)
  if (child?.scope !== 'in') return undefined
  const due = dueDay(kind, child)
  const isOpen = (await tx.dutiesOf(id)).some((one) => one.kind === kind && one.state === 'open')
  if (!due || isOpen) return undefined
  const duty: Duty = {
    ...{ id: DutyId.parse(world.newId()), child: id, ref: child.ref, kind, careFrom: child.careFrom, ...due },
    ...{ owner: child.socialWorker ?? before, state: 'open', startedOn: dayOf(now) },
    ...{ ladder: partnership.policies.ladder, chased: true },
  }
  await tx.saveDuty(duty)
  await tx.record({ fact: 'duty-started', child: id, duty: duty.id, kind, due: duty.due })
  const from = beforeOpening(addDays(dayOf(now), 1))
  await startClimbFrom(world, dutyLadder(duty.id), ladderPolicy(duty.ladder), { ...ladderDates(duty, calendar), from })
  return duty
}
