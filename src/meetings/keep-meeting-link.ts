/** The link of an online meeting that was made for us: which meetings lack one, and what came of asking. */
import { minuteMs } from '../calendar/durations.ts'
import { done, type Answer } from '../display/answer.ts'
import { refused } from '../display/refusal.ts'
import type { MeetingId } from '../ids.ts'
import type { OnlineMeeting } from '../ports/online-meetings.ts'
import type { World } from '../ports/world.ts'
import { givePlace } from './give-place.ts'
import { meetingAddress } from './meeting-address.ts'
import type { MeetingsNeeds } from './needs.ts'

/** Those that are still to come; who makes them learns the reference of the case and its time, and no more. */
export async function meetingsLackingLinks({
  tx,
  now,
}: Pick<World<MeetingsNeeds>, 'tx' | 'now'>): Promise<readonly OnlineMeeting[]> {
  return (await tx.meetingsWithoutLink(now)).map(({ id, ref, startsAt, minutes }) => ({
    key: id,
    subject: `Unstuck: case ${ref}`,
    startsAt,
    endsAt: new Date(startsAt.getTime() + minutes * minuteMs),
  }))
}

/** Where the chair has given a link meanwhile, theirs stays. */
export async function keepMeetingLink(world: World<MeetingsNeeds>, id: MeetingId, joinUrl: string): Promise<Answer> {
  const { tx } = world
  const meeting = await tx.meetingById(id)
  const stuck = meeting && (await tx.caseById(meeting.case))
  if (meeting?.state !== 'convened' || meeting.where?.address || !stuck || stuck.state === 'closed')
    return refused('no-longer-there')
  const address = meetingAddress(joinUrl, [])
  if (!address) throw new Error('the address of the online meeting is of no service that is known')
  const { room } = meeting.where ?? {}
  await givePlace(world, { meeting, stuck }, { ...(room && { room }), address })
  await tx.record({ fact: 'meeting-link-made', case: stuck.id, meeting: id })
  return done('Everybody in the case will get the link.')
}
