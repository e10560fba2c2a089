/** What was agreed, and the reflection, opened on demand by those who may. */
import { nameOf } from '../people/name-of.ts'
import { dayOf } from '../calendar/london.ts'
import { inWords } from '../calendar/in-words.ts'
import type { Answer } from '../display/answer.ts'
import { list, text } from '../display/card.ts'
import { heading, reading, words } from '../display/reading.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import type { CaseId, MeetingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { cameTooInWords } from './came-too.ts'
import type { MeetingsNeeds } from './needs.ts'
import { meetingFor } from './own-meeting.ts'
import { actionLine } from './summary.card.ts'

export async function showSummary(world: World<MeetingsNeeds>, by: PartnershipPerson, of: CaseId): Promise<Answer> {
  const id = await world.tx.approvedMeetingOf(of)
  if (!id) return refused('no-longer-there')
  const own = await meetingFor(world, by, id, 'summary')
  if (isRefusal(own)) return own
  const { summary } = own.meeting
  if (!summary) return refused('not-recorded-yet')
  const came = cameTooInWords(own.meeting.cameToo)
  return reading(`Agreed ${own.stuck.ref}`, [
    ...(came.length > 0 ? [heading('Also at the meeting'), list(came)] : []),
    heading("Agreed next steps for the child's plan"),
    list(summary.decisions),
    heading('Actions'),
    list(summary.actions.map((action) => actionLine(action, world.partnership))),
  ])
}

export async function showReflection(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
): Promise<Answer> {
  const { tx, partnership } = world
  const own = await meetingFor(world, by, id, 'reflection')
  if (isRefusal(own)) return own
  const { meeting, stuck } = own
  const reflection = meeting.record.find(({ name }) => name === 'reflection')
  if (!reflection) return refused('not-recorded-yet')
  await tx.record({ fact: 'reflection-opened', case: stuck.id, meeting: id })
  const came = meeting.attended.map((person) => nameOf(partnership, person))
  return reading('The reflection', [
    text(
      `Case ${stuck.ref}${meeting.startsAt ? `, ${inWords(dayOf(meeting.startsAt))}` : ''}. Every time this is opened, it is recorded.`,
    ),
    heading('Who came'),
    list([...came, ...cameTooInWords(meeting.cameToo)]),
    words(reflection.question, reflection.words),
  ])
}
