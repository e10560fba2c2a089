/** What time says around a meeting: the day before, and at its opening. */
import { dayOf, instantOf } from '../calendar/london.ts'
import { startClimb } from '../climbs/take-step.ts'
import type { MeetingId } from '../ids.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { chairCard, noteTakerCard, openingCard, tomorrowCard } from './convened.card.ts'
import { atThisTime, whileItLasts } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'
import { withChairButtons } from './place.card.ts'
import { tellChair } from './tell-chair.ts'
import { meetingUnfinished, waitsForChairPolicy } from './waits-for-chair.ts'

export async function remindTomorrow(world: World<MeetingsNeeds>, id: MeetingId): Promise<void> {
  const { tx, partnership } = world
  const meeting = await tx.meetingById(id)
  const stuck = meeting && (await tx.caseById(meeting.case))
  if (meeting?.state !== 'convened' || !stuck || stuck.state === 'closed') return
  const card = tomorrowCard(stuck, meeting, partnership)
  for (const { person: to } of hears(named({ case: stuck }, partnership), 'news').to)
    await tell(world, {
      key: `tomorrow-${atThisTime(meeting)}-${to}`,
      to,
      card: to === meeting.chair ? withChairButtons(card, meeting) : card,
      about: { subject: 'meeting', id },
      what: 'news',
      // On the day itself it is no longer the next working day.
      ...(meeting.startsAt && { holdsUntil: instantOf(dayOf(meeting.startsAt), '00:00') }),
    })
}

export async function announceMeeting(world: World<MeetingsNeeds>, id: MeetingId): Promise<void> {
  const { tx, partnership } = world
  const meeting = await tx.meetingById(id)
  const stuck = meeting && (await tx.caseById(meeting.case))
  if (meeting?.state !== 'convened' || !stuck || stuck.state === 'closed') return
  const about = { subject: 'meeting', id } as const
  await tx.record({ fact: 'meeting-opened', case: stuck.id, meeting: id })
  const opening = openingCard(stuck, meeting, partnership)
  for (const { person: to } of hears(named({ case: stuck }, partnership), 'news').to)
    await tell(world, {
      key: `opens-${atThisTime(meeting)}-${to}`,
      to,
      card: opening,
      about,
      what: 'news',
      ...whileItLasts(meeting),
    })
  await tellChair(world, meeting, `chair-${atThisTime(meeting)}`, chairCard(stuck, meeting))
  if (meeting.noteTaker && personById(partnership, meeting.noteTaker))
    await tell(world, {
      key: `notes-opens-${atThisTime(meeting)}`,
      to: meeting.noteTaker,
      card: noteTakerCard(stuck, meeting, world.now, 'The meeting is starting.'),
      about,
      what: 'for-note-taker',
      themselves: true,
    })
  await startClimb(world, meetingUnfinished(id), waitsForChairPolicy(stuck))
}
