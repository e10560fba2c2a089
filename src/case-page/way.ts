/** What a case has come to so far: all that its page reads. */
import type { Action } from '../actions/action.ts'
import type { Case } from '../cases/case.ts'
import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/london.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { MeetingsNeeds } from '../meetings/needs.ts'
import type { World } from '../ports/world.ts'

export type Way = {
  readonly stuck: Case
  /** When the first agency was asked; absent until then. */
  readonly askedOn?: Day
  readonly meeting?: Meeting
  readonly actions: readonly Action[]
}

export async function wayOf({ tx }: World<MeetingsNeeds>, stuck: Case): Promise<Way> {
  const approved = await tx.approvedMeetingOf(stuck.id)
  const meeting = approved ? await tx.meetingById(approved) : await tx.openMeetingOf(stuck.id)
  const asked = (await tx.requestsOf(stuck.id)).map(({ askedAt }) => askedAt.getTime())
  return {
    stuck,
    ...(asked.length > 0 && { askedOn: dayOf(new Date(Math.min(...asked))) }),
    ...(meeting && { meeting }),
    actions: await tx.actionsOf(stuck.id),
  }
}
