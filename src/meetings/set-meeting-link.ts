/** The chair's own link: of a meeting service that is known, without anything in it that tells of the child. */
import { dayOf } from '../calendar/london.ts'
import { done, type Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { MeetingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { checkLink } from './check-link.ts'
import { giveLink } from './give-link.ts'
import { linkFields, linkForm } from './meeting-link.form.ts'
import type { MeetingsNeeds } from './needs.ts'
import { meetingUnderWay } from './own-meeting.ts'

export async function showLinkForm(world: World<MeetingsNeeds>, by: PartnershipPerson, id: MeetingId): Promise<Answer> {
  const own = await toLink(world, by, id)
  return isRefusal(own) ? own : linkForm(own.meeting, world.partnership)
}

export async function setMeetingLink(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
  sent: FormValues,
): Promise<Answer> {
  const own = await toLink(world, by, id)
  if (isRefusal(own)) return own
  const { meeting, stuck } = own
  const read = readForm(linkFields, sent)
  if (isRefusal(read)) return read
  const identifiers = Object.values((await world.tx.identityOf(stuck.id)) ?? {})
  const checked = checkLink(read.values.address, { identifiers, today: dayOf(world.now) })
  if (isRefusal(checked)) return checked
  if (checked.address === meeting.online?.address) return refused('already-done')
  await giveLink(world, own, checked.address)
  await world.tx.record({ fact: 'meeting-link-given', case: stuck.id, meeting: id })
  return done('Everybody in the case will get the link.')
}

async function toLink(world: World<MeetingsNeeds>, by: PartnershipPerson, id: MeetingId) {
  const own = await meetingUnderWay(world, by, id, 'meeting-link')
  if (isRefusal(own)) return own
  return own.meeting.state === 'convened' ? own : refused(whyNot[own.meeting.state])
}

const whyNot = {
  offered: 'no-time-yet',
  recorded: 'meeting-was-held',
  approved: 'meeting-was-held',
} as const satisfies Record<string, Refusal['reason']>
