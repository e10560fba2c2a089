/** Starts the duties of a child who was just confirmed. */
import { beforeOpening } from '../calendar/before-opening.ts'
import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/london.ts'
import { addDays } from '../calendar/months.ts'
import { dutyLadder, ladderDates, ladderPolicy } from '../climbs/ladder.ts'
import { endClimb, startClimbFrom } from '../climbs/take-step.ts'
import type { DutyId, PersonId } from '../ids.ts'
import { tellOvertaken } from '../parts/hand-to.ts'
import type { World } from '../ports/world.ts'
import { dueDay } from './due-day.ts'
import { isExpected, type Duty, type DutyKind } from './duty.ts'
import type { Unconfirmed } from './first-look.form.ts'
import { handedDuty } from './handed-duty.ts'
import type { DutiesNeeds } from './needs.ts'
import { keepAssessed } from './start-review.ts'

/** On which day; or at a review before those that the returns show. */
export type Recorded = Day | { readonly earlier: true }

/**
 * A duty of a child who was just confirmed: recorded already, or chased from the next day on, from the lowest rung.
 * Where another social worker had it before, it goes on where it stands, with the one of today.
 */
export async function startDuty(
  world: World<DutiesNeeds>,
  child: Unconfirmed,
  by: PersonId,
  kind: DutyKind,
  recorded?: Recorded,
): Promise<void> {
  const { tx, now, partnership, calendar } = world
  const earlier = (await tx.dutiesOf(child.id)).find((one) => one.kind === kind && one.careFrom === child.careFrom)
  const due = dueDay(kind, child)
  if (earlier?.state === 'recorded' || !child.socialWorker || !due || !isExpected(kind, child)) return
  const duty: Duty = {
    id: earlier?.id ?? (world.newId() as DutyId),
    child: child.id,
    ref: child.ref,
    kind,
    careFrom: child.careFrom,
    ...due,
    owner: child.socialWorker,
    state: recorded ? 'recorded' : 'open',
    startedOn: earlier?.startedOn ?? dayOf(now),
    ...(earlier?.offer && earlier.owner === child.socialWorker && !recorded && { offer: earlier.offer }),
    ...(earlier?.expectedOn && { expectedOn: earlier.expectedOn }),
    ...(typeof recorded === 'string' && { recordedOn: recorded }),
    ladder: earlier?.ladder ?? partnership.policies.ladder,
    chased: true,
  }
  await tx.saveDuty(duty)
  const fact = { child: child.id, duty: duty.id, kind }
  if (earlier?.offer && !duty.offer)
    await tellOvertaken(world, { ...handedDuty(world, earlier), offer: earlier.offer }, duty.owner)
  if (earlier && earlier.owner !== duty.owner)
    await tx.record({ fact: 'duty-passed-on', ...fact, from: earlier.owner, to: duty.owner })
  if (recorded) {
    await tx.record({ fact: 'duty-recorded', ...fact, ...(duty.recordedOn && { on: duty.recordedOn }) })
    await endClimb(world, dutyLadder(duty.id))
    if (kind !== 'permanence-plan' && duty.recordedOn) await keepAssessed(world, child, by, duty.recordedOn, duty.id)
  } else if (earlier && (await isStillChased(world, duty))) {
    return
  } else {
    await tx.record({ fact: 'duty-started', ...fact, due: duty.due })
    const from = beforeOpening(addDays(dayOf(now), 1))
    await startClimbFrom(world, dutyLadder(duty.id), ladderPolicy(duty.ladder), {
      ...ladderDates(duty, calendar),
      from,
    })
  }
}

/** What others have heard of it stays heard when the child has another social worker. */
const isStillChased = async ({ tx }: World<DutiesNeeds>, { id }: Duty): Promise<boolean> =>
  (await tx.climbOf(dutyLadder(id)))?.climb.state === 'open'
