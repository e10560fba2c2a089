/** Finds a meeting for somebody who may see this part of it, or change it. */
import type { Case } from '../cases/case.ts'
import { standingsToday } from '../cases/standings-today.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { MeetingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { maySee, type Standing, type Thing } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import { standingsAt, type Meeting } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'

export type OwnMeeting = {
  readonly meeting: Meeting
  readonly stuck: Case
  readonly standings: readonly Standing[]
}

/** The meeting and its case, for a person who may see this part of it. */
export async function meetingFor(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
  thing: Thing,
): Promise<OwnMeeting | Refusal> {
  const meeting = await world.tx.meetingById(id)
  const stuck = meeting && (await world.tx.caseById(meeting.case))
  if (!stuck) return refused('no-longer-there')
  const standings = [...(await standingsToday(world, stuck, by.id)), ...standingsAt(meeting, by.id, world.partnership)]
  return maySee(standings, thing) ? { meeting, stuck, standings } : refused('not-for-you')
}

/** The same, for what changes it: a closed case stays closed, whatever its meeting had still to do. */
export async function meetingUnderWay(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
  thing: Thing,
): Promise<OwnMeeting | Refusal> {
  const own = await meetingFor(world, by, id, thing)
  if (isRefusal(own)) return own
  return own.stuck.state === 'closed' ? refused('case-closed') : own
}
