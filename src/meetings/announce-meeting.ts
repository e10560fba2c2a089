/** What time says around a meeting: the day before, at its opening, and when its summary does not come. */
import { dayOf, instantOf } from '../calendar/london.ts'
import type { MeetingId } from '../ids.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { whoAnswered } from './who-answered.ts'
import { chairCard, openingCard, tomorrowCard, unfinishedCard, unfinishedForIroCard } from './convened.card.ts'
import { whileItLasts } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'
import { withLinkButton } from './online.card.ts'
import { offerCard } from './offer.card.ts'
import { remindChairAt } from './offer-times.ts'
import { slotsFrom } from './slots.ts'

export async function remindTomorrow(world: World<MeetingsNeeds>, id: MeetingId): Promise<void> {
  const { tx, partnership } = world
  const meeting = await tx.meetingById(id)
  const stuck = meeting && (await tx.caseById(meeting.case))
  if (meeting?.state !== 'convened' || !stuck || stuck.state === 'closed') return
  const card = tomorrowCard(stuck, meeting, partnership)
  for (const { person: to } of hears(named({ case: stuck }, partnership), 'news').to)
    await tell(world, {
      key: `tomorrow-${id}-${to}`,
      to,
      card: to === meeting.chair ? withLinkButton(card, meeting) : card,
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
    await tell(world, { key: `opens-${id}-${to}`, to, card: opening, about, what: 'news', ...whileItLasts(meeting) })
  await tell(world, {
    key: `chair-${id}`,
    to: meeting.chair,
    card: chairCard(stuck, meeting),
    about,
    what: 'for-chair',
  })
  await tx.setWake({ wake: 'meeting-unfinished', meeting: id }, remindChairAt(world, stuck))
}

/** Until a time is picked, or the summary is out. Times that have passed are offered anew. */
export async function remindUnfinished(world: World<MeetingsNeeds>, id: MeetingId): Promise<void> {
  const { tx, now, partnership, calendar } = world
  const meeting = await tx.meetingById(id)
  const stuck = meeting && (await tx.caseById(meeting.case))
  if (!stuck || meeting.state === 'approved' || stuck.state === 'closed') return
  const about = { subject: 'meeting', id } as const
  const key = `unfinished-${id}-${dayOf(now)}`
  if (meeting.state === 'offered' && meeting.slots.some((slot) => slot <= now)) {
    const slots = slotsFrom(dayOf(now), stuck.policies, partnership.workingHours, calendar)
    const again = { ...meeting, slots }
    await tx.saveMeeting(again)
    const offered = slots.map((slot) => slot.toISOString())
    await tx.record({ fact: 'times-offered', case: stuck.id, meeting: id, slots: offered })
    await tell(world, { key, to: meeting.chair, card: offerCard(stuck, again, await whoAnswered(world, stuck)), about })
  } else await tell(world, { key, to: meeting.chair, card: unfinishedCard(stuck, meeting), about })
  if (stuck.iro && (await tx.saidBefore(`unfinished-${id}-`, key)))
    await tell(world, { key: `${key}-iro`, to: stuck.iro, card: unfinishedForIroCard(stuck), about })
  await tx.setWake({ wake: 'meeting-unfinished', meeting: id }, remindChairAt(world, stuck))
}
