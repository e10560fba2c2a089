/** The chair names who takes the notes, from the moment that there is a time until what was agreed is posted. */
import { done, type Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import type { MeetingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { MeetingsNeeds } from './needs.ts'
import { noteTakerCard } from './convened.card.ts'
import { noteTakerFields, noteTakerForm } from './note-taker.form.ts'
import { meetingUnderWay } from './own-meeting.ts'
import { caseButton } from '../cases/case-button.ts'

export async function showNoteTakerForm(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
): Promise<Answer> {
  const own = await toName(world, by, id)
  return isRefusal(own) ? own : noteTakerForm(world, own)
}

export async function nameNoteTaker(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now, partnership } = world
  const own = await toName(world, by, id)
  if (isRefusal(own)) return own
  const read = readForm(noteTakerFields(world, own), sent)
  if (isRefusal(read)) return read
  const { meeting, stuck } = own
  const from = meeting.noteTaker
  const to = read.values.noteTaker
  if (to === from) return refused('already-done')
  const about = { subject: 'meeting', id } as const
  await tx.saveMeeting({ ...meeting, noteTaker: to })
  await tx.record({ fact: 'note-taker-named', case: stuck.id, meeting: id, ...(from && { from }), to })
  await tell(world, {
    key: `notes-${id}-${to}-${world.newId()}`,
    to,
    card: noteTakerCard(stuck, meeting, now),
    about,
    what: 'for-note-taker',
    themselves: true,
  })
  return done(`${nameOf(partnership, to)} takes the notes, and will be told.`, await caseButton(world, by, stuck))
}

async function toName(world: World<MeetingsNeeds>, by: PartnershipPerson, id: MeetingId) {
  const own = await meetingUnderWay(world, by, id, 'note-taker')
  if (isRefusal(own)) return own
  if (own.meeting.state === 'approved') return refused('summary-already-out')
  return own.meeting.state === 'offered' ? refused('no-time-yet') : own
}
