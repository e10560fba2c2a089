/**
 * Where parents or child are to be told before the meeting, that is an action of the social worker's, due on the working day
 * before it. A meeting without a time has no day before it, so it begins with the time, and moves
 * with it; once a time was taken back, to the day before the earliest that is offered in its place. Where they were told
 * already, the next time is another action: they would come, or wait, on the day that they know.
 */
import { dueWithMeeting, type Action } from '../actions/action.ts'
import { agreeAction } from '../actions/agree-action.ts'
import { knowTheTimeBefore, movedForYouCard, movedWithMeeting, timeTakenBack } from '../actions/answered.card.ts'
import { toldInWords } from '../actions/tells.ts'
import type { Day } from '../calendar/day.ts'
import { dayOf, instantOf } from '../calendar/london.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Case } from '../cases/case.ts'
import { told } from '../cases/family.ts'
import { actionLadder, ladderDates, ladderPolicy } from '../climbs/ladder.ts'
import { changeClimb } from '../climbs/take-step.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { MeetingsNeeds } from './needs.ts'

/** The meeting has a time. */
export async function tellFamilyBefore(world: World<MeetingsNeeds>, stuck: Case, startsAt: Date): Promise<void> {
  const due = dayToTell(world, startsAt)
  for (const { who, open, isTold } of await willBeTold(world, stuck)) {
    const agreed = { case: stuck, owner: stuck.socialWorker, due, tells: who }
    if (open) await move(world, open, due, movedWithMeeting)
    else if (isTold) await agreeAction(world, { ...agreed, ...toldInWords[who].again, why: knowTheTimeBefore })
    else await agreeAction(world, { ...agreed, ...toldInWords[who] })
  }
}

/** Its time was taken back: what is still to be said waits for the earliest of those that are offered now. */
export async function tellFamilyLater(world: World<MeetingsNeeds>, stuck: Case, earliest: Date): Promise<void> {
  for (const { open } of await willBeTold(world, stuck))
    if (open) await move(world, open, dayToTell(world, earliest), timeTakenBack)
}

/** The working day before, or today if that has passed. */
function dayToTell({ now, calendar }: World<MeetingsNeeds>, startsAt: Date): Day {
  const dayBefore = addWorkingDays(dayOf(startsAt), -1, calendar)
  const today = dayOf(now)
  return dayBefore < today ? today : dayBefore
}

async function willBeTold({ tx }: World<MeetingsNeeds>, stuck: Case) {
  const actions = await tx.actionsOf(stuck.id)
  return told
    .filter((who) => stuck.family?.[who] === 'will-be-told')
    .map((who) => ({
      who,
      open: actions.find(({ tells, state }) => tells === who && state === 'open'),
      isTold: actions.some(({ tells, state }) => tells === who && state === 'done'),
    }))
}

async function move(world: World<MeetingsNeeds>, action: Action, due: Day, why: string): Promise<void> {
  if (action.due === due) return
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
    neededBy: instantOf(due, '00:00'),
  })
}
