/** Where the chair says that the meeting is: nothing in a room's name or in a link may tell of the child. */
import { dayOf } from '../calendar/london.ts'
import { done, type Answer } from '../display/answer.ts'
import { clear } from '../display/clear.ts'
import { findingsInWords } from '../display/content-guard.ts'
import type { FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal, notComplete, refused, type Refusal } from '../display/refusal.ts'
import type { MeetingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { checkLink } from './check-link.ts'
import { givePlace } from './give-place.ts'
import { placeErrors, placeFields, placeForm } from './meeting-place.form.ts'
import type { Where } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'
import { meetingUnderWay, type OwnMeeting } from './own-meeting.ts'
import { caseButton } from '../cases/case-button.ts'

type Written = Parameters<typeof placeErrors>[0]

export async function showPlaceForm(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
): Promise<Answer> {
  const own = await toPlace(world, by, id)
  return isRefusal(own) ? own : placeForm(own.meeting, world.partnership)
}

export async function setMeetingPlace(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
  sent: FormValues,
): Promise<Answer> {
  const own = await toPlace(world, by, id)
  if (isRefusal(own)) return own
  const { meeting, stuck } = own
  const read = readForm(placeFields(world.partnership), sent)
  if (isRefusal(read)) return read
  const place = await checked(world, own, read.values)
  if (isRefusal(place)) return place
  const before = meeting.where
  const moved = { room: place.room !== before?.room, address: place.address !== before?.address }
  if (!moved.room && !moved.address) return refused('already-done')
  await givePlace(world, own, place)
  const of = { case: stuck.id, meeting: id }
  if (moved.room) await world.tx.record({ fact: 'meeting-room-given', ...of })
  if (moved.address) await world.tx.record({ fact: 'meeting-link-given', ...of })
  return done('Everybody in the case will be told where the meeting is.', await caseButton(world, by, stuck))
}

async function checked(
  { tx, now, partnership }: World<MeetingsNeeds>,
  { stuck }: OwnMeeting,
  written: Written,
): Promise<Omit<Where, 'given'> | Refusal> {
  const { room, address } = written
  const wrong = placeErrors(written)
  const about = { identifiers: Object.values((await tx.identityOf(stuck.id)) ?? {}), today: dayOf(now) }
  const named = room && clear(room, about)
  const link = address && checkLink(address, about, partnership)
  const errors = {
    ...(named && 'findings' in named && { room: findingsInWords(named.findings) }),
    ...(link && isRefusal(link) && link.fields),
    ...wrong,
  }
  if (Object.keys(errors).length > 0) return notComplete(errors)
  return {
    ...(named && 'cleared' in named && { room: named.cleared }),
    ...(link && !isRefusal(link) && { address: link.address }),
  }
}

async function toPlace(world: World<MeetingsNeeds>, by: PartnershipPerson, id: MeetingId) {
  const own = await meetingUnderWay(world, by, id, 'meeting-link')
  if (isRefusal(own)) return own
  return own.meeting.state === 'convened' ? own : refused(whyNot[own.meeting.state])
}

const whyNot = {
  offered: 'no-time-yet',
  recorded: 'meeting-was-held',
  approved: 'meeting-was-held',
} as const satisfies Record<string, Refusal['reason']>
