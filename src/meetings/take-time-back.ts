/** The chair takes the time of a meeting back, before it or because it was not held: everybody is told, and others are offered. */
import { instantInWords } from '../calendar/in-words.ts'
import { endClimb, startClimb } from '../climbs/take-step.ts'
import { done, type Answer } from '../display/answer.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { MeetingId, PersonId } from '../ids.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { atThisTime, beforeItsDay, type Meeting } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'
import { offerAgain } from './offer-again.ts'
import { offerCard, timeButtons } from './offer.card.ts'
import { meetingUnderWay, type OwnMeeting } from './own-meeting.ts'
import { takenBackCard } from './take-back.card.ts'
import { tellFamilyLater } from './tell-family.ts'
import { tellChair } from './tell-chair.ts'
import { meetingUnfinished, timesNotPicked, waitsForChairPolicy } from './waits-for-chair.ts'
import { caseButton } from '../cases/case-button.ts'

type Convened = OwnMeeting & { readonly meeting: Meeting & { readonly startsAt: Date } }

export async function takeTimeBack(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  { meeting: id, starts }: { readonly meeting: MeetingId; readonly starts: string },
): Promise<Answer> {
  const { tx } = world
  const own = await atThat(world, by, id, starts)
  if (isRefusal(own)) return own
  const { meeting: took, stuck } = own
  const told = await heard(world, own)
  const { startsAt, where, ...rest } = took
  // A room and a link belong to the time for which they were made.
  const without: Meeting = { ...rest, state: 'offered', ...(where && { where: { given: where.given } }) }
  await tx.withdraw({ subject: 'meeting', id })
  await tx.clearWake({ wake: 'meeting-tomorrow', meeting: id })
  await tx.clearWake({ wake: 'meeting-opens', meeting: id })
  await endClimb(world, meetingUnfinished(id))
  await tx.record({ fact: 'time-taken-back', case: stuck.id, meeting: id, start: startsAt.toISOString() })
  const again = await offerAgain(world, stuck, without, [{ startsAt, minutes: took.minutes }])
  const [earliest] = again.slots
  if (earliest) await tellFamilyLater(world, stuck, earliest)
  for (const to of told)
    await tell(world, {
      key: `taken-back-${atThisTime(took)}-${to}`,
      to,
      card: takenBackCard(stuck, took, world),
      about: { subject: 'meeting', id },
      what: 'news',
      ...beforeItsDay(took),
    })
  await tellChair(
    world,
    again,
    `times-after-${atThisTime(took)}`,
    offerCard(stuck, again, [], 'The time was taken back.'),
  )
  await startClimb(world, timesNotPicked(id), waitsForChairPolicy(stuck))
  return done(
    `The time on ${instantInWords(startsAt)} is taken back. Everybody who knew of it will be told. Choose another.`,
    [...timeButtons(again, world.now), ...(await caseButton(world, by, stuck))],
  )
}

/** Who was told of this time, and not only meant to be: the chair reads it in the answer. */
async function heard({ tx, partnership }: World<MeetingsNeeds>, { meeting, stuck }: Convened): Promise<PersonId[]> {
  const told: PersonId[] = []
  for (const { person } of hears(named({ case: stuck }, partnership), 'news').to)
    if (person !== meeting.chair && (await tx.deliveredAt({ subject: 'meeting', id: meeting.id }, person)))
      told.push(person)
  return told
}

async function atThat(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
  starts: string,
): Promise<Convened | Refusal> {
  const own = await meetingUnderWay(world, by, id, 'run-sheet')
  if (isRefusal(own)) return own
  const { state, startsAt } = own.meeting
  if (state === 'recorded' || state === 'approved') return refused('meeting-was-held')
  if (!startsAt) return refused('no-time-yet')
  if (startsAt.getTime() !== Date.parse(starts)) return refused('time-already-picked')
  return { ...own, meeting: { ...own.meeting, startsAt } }
}
