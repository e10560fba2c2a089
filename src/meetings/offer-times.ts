/** Inputs are closed: the chair is offered three times, and hears who did not answer. */
import { startClimb } from '../climbs/take-step.ts'
import type { CaseId, MeetingId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import { freeTimes } from './free-times.ts'
import { drawnAsTimePasses } from './as-time-passes.ts'
import type { Meeting } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'
import { offerCard } from './offer.card.ts'
import { whoAnswered } from './who-answered.ts'
import { tellChair } from './tell-chair.ts'
import { timesNotPicked, waitsForChairPolicy } from './waits-for-chair.ts'

export async function offerTimes(world: World<MeetingsNeeds>, id: CaseId): Promise<void> {
  const { tx } = world
  const stuck = await tx.caseById(id)
  if (stuck?.state !== 'convening' || !stuck.chair || (await tx.openMeetingOf(id))) return
  const meeting: Meeting = {
    id: world.newId() as MeetingId,
    case: id,
    chair: stuck.chair,
    slots: await freeTimes(world, stuck),
    minutes: stuck.policies.meetingMinutes,
    state: 'offered',
    attended: [],
    recordings: 0,
    record: [],
  }
  await tx.saveMeeting(meeting)
  await tx.record({
    fact: 'times-offered',
    case: id,
    meeting: meeting.id,
    slots: meeting.slots.map((slot) => slot.toISOString()),
  })
  await drawnAsTimePasses(world, meeting)
  await tellChair(world, meeting, `times-${meeting.id}`, offerCard(stuck, meeting, await whoAnswered(world, stuck)))
  await startClimb(world, timesNotPicked(meeting.id), waitsForChairPolicy(stuck))
}
