/** Finds a meeting for somebody who may see this part of it, or change it. */
import type { Case } from '../cases/case.ts'
import { partsThatCount } from '../cases/who-settles.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { MeetingId, PersonId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { may, refusedTo } from '../parts/may.ts'
import type { Part } from '../parts/part.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { Field } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import type { Meeting } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'

export type OwnMeeting = {
  readonly meeting: Meeting
  readonly stuck: Case
  readonly parts: readonly Part[]
  /** Who asks. */
  readonly by: PersonId
}

/** The meeting and its case, for a person who may see this part of it. */
export async function meetingFor(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
  field: Field,
): Promise<OwnMeeting | Refusal> {
  const meeting = await world.tx.meetingById(id)
  const stuck = meeting && (await world.tx.caseById(meeting.case))
  if (!stuck) return refused('no-longer-there')
  const parts = partsThatCount(stuck, await partsToday(world, { meeting, case: stuck }), by.id)
  return may(parts, by.id, field) ? { meeting, stuck, parts, by: by.id } : refusedTo(parts, by.id, field)
}

/** The same, for what changes it: a closed case stays closed, even if its meeting had still something to do. */
export async function meetingUnderWay(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
  field: Field,
): Promise<OwnMeeting | Refusal> {
  const own = await meetingFor(world, by, id, field)
  if (isRefusal(own)) return own
  return own.stuck.state === 'closed' ? refused('case-closed') : own
}
