/** The chair picks a time; everybody of the case is told, and reminded on the working day before. */
import { instantInWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { openingOn } from '../calendar/working-hours.ts'
import { everybodyIn } from '../cases/case.ts'
import { endClimb } from '../climbs/take-step.ts'
import { done, type Answer } from '../display/answer.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import type { MeetingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { convenedCard } from './convened.card.ts'
import type { MeetingsNeeds } from './needs.ts'
import { withLinkButton } from './online.card.ts'
import { meetingUnderWay } from './own-meeting.ts'
import { timesNotPicked } from './waits-for-chair.ts'

export async function pickSlot(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  { meeting: id, slot }: { readonly meeting: MeetingId; readonly slot: number },
): Promise<Answer> {
  const { tx, now, partnership, calendar } = world
  const own = await meetingUnderWay(world, by, id, 'run-sheet')
  if (isRefusal(own)) return own
  const { meeting, stuck } = own
  if (meeting.state !== 'offered') return refused('time-already-picked')
  const startsAt = meeting.slots[slot]
  if (!startsAt) return refused('no-longer-there')
  if (startsAt <= now) return refused('time-has-passed')
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
  for (const to of everybodyIn(stuck))
    await tell(world, {
      key: `convened-${id}-${to}`,
      to,
      card: to === meeting.chair ? withLinkButton(card, convened) : card,
      about,
    })
  await endClimb(world, timesNotPicked(id))
  const dayBefore = addWorkingDays(dayOf(startsAt), -1, calendar)
  const reminder = openingOn(dayBefore, partnership.workingHours)
  if (reminder > now) await tx.setWake({ wake: 'meeting-tomorrow', meeting: id }, reminder)
  await tx.setWake({ wake: 'meeting-opens', meeting: id }, startsAt)
  return done(`The meeting is on ${instantInWords(startsAt)}. Everybody will be told.`)
}
