/** Who came, the reflection, and the decisions, as the chair or the note-taker records them. */
import { aboutCase } from '../cases/about-case.ts'
import { startClimb } from '../climbs/take-step.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { answeredWords } from '../display/answered.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { type FormValues } from '../display/form.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import type { MeetingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { hasBegun } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'
import { meetingUnderWay } from './own-meeting.ts'
import { decisionLines, problemWith, recordFields, recordForm } from './record-meeting.form.ts'
import { meetingUnfinished, waitsForChairPolicy } from './waits-for-chair.ts'
import { afterRecord } from './after-record.ts'

export async function showMeetingRecordForm(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
): Promise<Answer> {
  const own = await toRecord(world, by, id)
  return isRefusal(own) ? own : recordForm(world, own)
}

export async function toRecord(world: World<MeetingsNeeds>, by: PartnershipPerson, id: MeetingId) {
  const own = await meetingUnderWay(world, by, id, 'meeting-record')
  if (isRefusal(own)) return own
  if (own.meeting.state === 'approved') return refused('summary-already-out')
  if (own.meeting.state === 'offered') return refused('no-time-yet')
  return hasBegun(own.meeting, world.now) ? own : refused('meeting-not-begun')
}

export async function recordMeeting(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
  sent: FormValues,
): Promise<Answer> {
  const { tx } = world
  const own = await toRecord(world, by, id)
  if (isRefusal(own)) return own
  const { meeting, stuck } = own
  const declared = recordFields(world, own)
  const form = recordForm(world, own)
  const read = await readOrStop(world, by.id, {
    ...{ about: aboutCase(stuck), fields: declared, form, sent },
    further({ decisions }) {
      const tooMany = problemWith(decisionLines(decisions?.reveal() ?? ''))
      return tooMany ? { decisions: tooMany } : {}
    },
  })
  if (isAnswer(read)) return read
  const { values } = read
  const attended = values.attended
  await tx.saveMeeting({
    ...meeting,
    state: 'recorded',
    attended,
    cameToo: values.cameToo ?? [],
    recordings: meeting.recordings + 1,
    record: answeredWords(declared, values),
  })
  // Also if it was recorded before its start was announced: the summary is expected from now on.
  await startClimb(world, meetingUnfinished(id), waitsForChairPolicy(stuck))
  await tx.record({ fact: 'meeting-recorded', case: stuck.id, meeting: id, attended: [...attended] })
  const proposed = await tx.proposalsOf(id)
  return done('Recorded. Add the actions, then draft the summary.', afterRecord(own, proposed.length))
}
