import { standingsIn, type Case } from '../cases/case.ts'
import { refused, type Refusal } from '../display/refusal.ts'
import type { MeetingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { maySee, type Thing } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import { standingsAt, type Meeting } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'

export type OwnMeeting = { readonly meeting: Meeting; readonly stuck: Case }

/** The meeting and its case, for whoever may see this part of it. */
export async function meetingFor(
  { tx, partnership }: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
  thing: Thing,
): Promise<OwnMeeting | Refusal> {
  const meeting = await tx.meetingById(id)
  const stuck = meeting && (await tx.caseById(meeting.case))
  if (!stuck) return refused('no-longer-there')
  const standings = [...standingsIn(stuck, by.id, partnership), ...standingsAt(meeting, by.id, partnership)]
  return maySee(standings, thing) ? { meeting, stuck } : refused('not-for-you')
}
