/** The chair picks a time; everybody of the case is told, and reminded on the working day before. */
import { instantInWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { beforeOpening } from '../calendar/before-opening.ts'
import { endClimb } from '../climbs/take-step.ts'
import { done, type Answer } from '../display/answer.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import { drawnAsTimePasses } from './as-time-passes.ts'
import type { MeetingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { convenedCard } from './convened.card.ts'
import { isTaken } from './free-times.ts'
import { atThisTime, beforeItsDay, whileItLasts, type Meeting } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'
import { offerAgain } from './offer-again.ts'
import { offerCard, offeredSince, takenSince } from './offer.card.ts'
import { noteTakerButton, placeButton, withChairButtons } from './place.card.ts'
import { meetingUnderWay } from './own-meeting.ts'
import { tellFamilyBefore } from './tell-family.ts'
import { timesNotPicked } from './waits-for-chair.ts'
import { caseButton } from '../cases/case-button.ts'

/** The time itself; from a button of an earlier kind, its place in the offer that it was part of. */
type Said = { readonly starts?: string | undefined; readonly slot?: number | undefined }

export async function pickSlot(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  { meeting: id, ...said }: { readonly meeting: MeetingId } & Said,
): Promise<Answer> {
  const { tx, now, partnership, calendar } = world
  const own = await meetingUnderWay(world, by, id, 'run-sheet')
  if (isRefusal(own)) return own
  const { meeting, stuck } = own
  if (meeting.state !== 'offered') return refused('time-already-picked')
  const startsAt = await offeredTime(world, meeting, said)
  if (!startsAt) return offerCard(stuck, meeting, [], offeredSince)
  if (startsAt <= now) return refused('time-has-passed')
  if (await isTaken(world, stuck, { startsAt, minutes: meeting.minutes }))
    return offerCard(stuck, await offerAgain(world, stuck, meeting), [], takenSince)
  const convened = { ...meeting, state: 'convened' as const, startsAt }
  await tx.saveMeeting(convened)
  await tx.record({
    fact: 'time-picked',
    case: stuck.id,
    meeting: id,
    start: startsAt.toISOString(),
    minutes: meeting.minutes,
  })
  const about = { subject: 'meeting', id } as const
  await tx.withdraw(about)
  const card = convenedCard(stuck, convened, partnership)
  for (const { person: to } of hears(named({ case: stuck }, partnership), 'news').to)
    await tell(world, {
      key: `convened-${atThisTime(convened)}-${to}`,
      to,
      card: to === meeting.chair ? withChairButtons(card, convened) : card,
      about,
      what: 'news',
      ...whileItLasts(convened),
      ...beforeItsDay(convened),
    })
  await tellFamilyBefore(world, stuck, startsAt)
  await endClimb(world, timesNotPicked(id))
  const dayBefore = addWorkingDays(dayOf(startsAt), -1, calendar)
  const reminder = beforeOpening(dayBefore)
  if (reminder > now) await tx.setWake({ wake: 'meeting-tomorrow', meeting: id }, reminder)
  await tx.setWake({ wake: 'meeting-opens', meeting: id }, startsAt)
  await drawnAsTimePasses(world, convened)
  return done(`The meeting is on ${instantInWords(startsAt)}. Everybody will be told.`, [
    placeButton(convened),
    noteTakerButton(convened),
    ...(await caseButton(world, by, stuck)),
  ])
}

/** Undefined where the button was part of an earlier offer, whose times may be other days. */
async function offeredTime(
  { tx }: World<MeetingsNeeds>,
  meeting: Meeting,
  { starts, slot }: Said,
): Promise<Date | undefined> {
  if (starts !== undefined) return meeting.slots.find((one) => one.getTime() === Date.parse(starts))
  if (slot === undefined || (await tx.timesOffered(meeting)) > 1) return undefined
  return meeting.slots[slot]
}
