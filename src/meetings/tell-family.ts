/**
 * Where parents or child are to be told before the meeting, that is an action of the social worker's, due on the working day
 * before it. A meeting without a time has no day before it, so it begins with the time, and moves
 * with it; once a time was taken back, to the day before the earliest that is offered in its place.
 */
import { dueWithMeeting, type Action } from '../actions/action.ts'
import { agreeAction } from '../actions/agree-action.ts'
import { movedForYouCard, movedWithMeeting } from '../actions/answered.card.ts'
import { toldInWords } from '../actions/tells.ts'
import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/london.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Case } from '../cases/case.ts'
import { told } from '../cases/family.ts'
import { actionLadder, ladderDates, ladderPolicy } from '../climbs/ladder.ts'
import { changeClimb } from '../climbs/take-step.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { MeetingsNeeds } from './needs.ts'

export async function tellFamilyBefore(
  world: World<MeetingsNeeds>,
  stuck: Case,
  startsAt: Date,
  why = movedWithMeeting,
): Promise<void> {
  const { tx, now, calendar } = world
  const dayBefore = addWorkingDays(dayOf(startsAt), -1, calendar)
  const today = dayOf(now)
  const due = dayBefore < today ? today : dayBefore
  const actions = await tx.actionsOf(stuck.id)
  for (const who of told) {
    if (stuck.family?.[who] !== 'will-be-told') continue
    const known = actions.find(({ tells }) => tells === who)
    if (!known)
      await agreeAction(world, { case: stuck, owner: stuck.socialWorker, ...toldInWords[who], due, tells: who })
    else if (known.state === 'open' && known.due !== due) await move(world, known, due, why)
  }
}

async function move(world: World<MeetingsNeeds>, action: Action, due: Day, why: string): Promise<void> {
  const { tx, calendar } = world
  const { id, owner, moves } = action
  const later = dueWithMeeting(action, due)
  await tx.saveAction(later)
  await tx.record({ fact: 'action-moved', case: action.case, action: id, from: action.due, to: due, moves })
  const about = { subject: 'action', id } as const
  await tx.withdraw(about)
  await changeClimb(world, actionLadder(id), ladderPolicy(later.ladder), ladderDates(later, calendar))
  await tell(world, {
    key: `moved-with-meeting-${id}-${world.newId()}`,
    to: owner,
    card: movedForYouCard(later, why),
    about,
    what: 'for-owner',
  })
}
