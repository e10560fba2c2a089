/** What is said of a meeting and ends by time alone, without a fact: a time that was offered passes, the meeting is over. */
import type { MeetingId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import { minuteMs } from '../calendar/durations.ts'
import type { Meeting } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'

/** After now; its start is a fact of its own. */
export function nextEnd({ state, slots, startsAt, minutes }: Meeting, now: Date): Date | undefined {
  if (state === 'offered') return slots.toSorted((one, other) => Number(one) - Number(other)).find((slot) => slot > now)
  const over = state === 'convened' && startsAt ? new Date(startsAt.getTime() + minutes * minuteMs) : undefined
  return over && over > now ? over : undefined
}

/** Asked wherever the times of a meeting change. */
export async function drawnAsTimePasses({ tx, now }: World<MeetingsNeeds>, meeting: Meeting): Promise<void> {
  const wake = { wake: 'meeting-redraw', meeting: meeting.id } as const
  const at = nextEnd(meeting, now)
  await (at ? tx.setWake(wake, at) : tx.clearWake(wake))
}

/** Nothing is said and nobody is told: what lies in a chat no longer offers what would be refused. */
export async function redrawMeeting(world: World<MeetingsNeeds>, id: MeetingId): Promise<void> {
  const meeting = await world.tx.meetingById(id)
  if (!meeting) return
  await world.tx.redrawMeeting(meeting)
  await drawnAsTimePasses(world, meeting)
}
