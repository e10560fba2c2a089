/** Another person chairs: the meeting and its timed messages move too, and the new chair is told what is waiting. */
import { allDoneCard } from '../actions/answered.card.ts'
import type { Case } from '../cases/case.ts'
import { chairCard, convenedCard, unfinishedCard } from '../meetings/convened.card.ts'
import { unclosedCard } from '../cases/unclosed.card.ts'
import { unclosed, unclosedPolicy } from '../cases/unclosed.ts'
import { changeClimb } from '../climbs/take-step.ts'
import type { Card } from '../display/card.ts'
import { hasBegun, type Meeting } from '../meetings/meeting.ts'
import { offerCard } from '../meetings/offer.card.ts'
import { withChairButtons } from '../meetings/place.card.ts'
import { offerAgain } from '../meetings/offer-again.ts'
import { meetingUnfinished, timesNotPicked, waitsForChairPolicy } from '../meetings/waits-for-chair.ts'
import { whoAnswered } from '../meetings/who-answered.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { Subject } from '../ports/transaction.ts'
import type { World } from '../ports/world.ts'
import { chairChangedCard } from './chair-changed.card.ts'
import type { HandoversNeeds } from './needs.ts'

export async function changeChair(
  world: World<HandoversNeeds>,
  stuck: Case,
  to: PartnershipPerson,
  by: PartnershipPerson | undefined,
): Promise<void> {
  const { tx, partnership } = world
  const { id, chair: from } = stuck
  if (!from) throw new Error('a case that nobody chairs has no chair to change')
  const chaired: Case = { ...stuck, chair: to.id }
  await tx.saveCase(chaired)
  await tx.record({ fact: 'case-part-handed-over', case: id, part: 'chair', from, to: to.id })
  await tx.withdrawFrom({ subject: 'case', id }, from)
  const meeting = await tx.openMeetingOf(id)
  if (meeting) await moveMeeting(world, chaired, meeting, to)
  else await sayWhetherAllIsDone(world, chaired)
  for (const other of new Set([from, stuck.socialWorker]))
    if (other !== by?.id && other !== to.id && personById(partnership, other))
      await tell(world, {
        key: `chair-changed-${world.newId()}`,
        to: other,
        card: chairChangedCard(chaired, to.name),
        // The person who chaired it has perhaps no part in the case from now on, and hears why.
        about: other === from ? { subject: 'person', id: from } : { subject: 'case', id },
      })
}

async function moveMeeting(
  world: World<HandoversNeeds>,
  stuck: Case,
  known: Meeting,
  to: PartnershipPerson,
): Promise<void> {
  const { tx } = world
  const about: Subject = { subject: 'meeting', id: known.id }
  const meeting = await withFreshTimes(world, stuck, { ...known, chair: to.id })
  await tx.saveMeeting(meeting)
  await tx.withdrawFrom(about, known.chair)
  const key = `chair-${known.id}-${world.newId()}` as const
  await tell(world, { key, to: to.id, card: await nextForChair(world, stuck, meeting), about, what: 'for-chair' })
  const waits = waitsForChairPolicy(stuck)
  if (meeting.state === 'offered') await changeClimb(world, timesNotPicked(known.id), waits)
  else if (hasBegun(meeting, world.now)) await changeClimb(world, meetingUnfinished(known.id), waits)
}

/** Times that have passed are replaced by new ones. */
async function withFreshTimes(world: World<HandoversNeeds>, stuck: Case, meeting: Meeting): Promise<Meeting> {
  const stands = meeting.state !== 'offered' || meeting.slots.every((slot) => slot > world.now)
  return stands ? meeting : offerAgain(world, stuck, meeting)
}

async function nextForChair(world: World<HandoversNeeds>, stuck: Case, meeting: Meeting): Promise<Card> {
  if (meeting.state === 'offered') return offerCard(stuck, meeting, await whoAnswered(world, stuck))
  if (meeting.state === 'recorded') return unfinishedCard(stuck, meeting)
  if (hasBegun(meeting, world.now)) return chairCard(stuck, meeting)
  return withChairButtons(convenedCard(stuck, meeting, world.partnership), meeting)
}

/** The chair closes a case in which everything is done. */
async function sayWhetherAllIsDone(world: World<HandoversNeeds>, stuck: Case): Promise<void> {
  const actions = await world.tx.actionsOf(stuck.id)
  const last = actions.at(-1)
  if (stuck.state !== 'following-up' || !stuck.chair || actions.some(({ state }) => state === 'open')) return
  await tell(world, {
    key: `all-done-${stuck.id}-${world.newId()}`,
    to: stuck.chair,
    card: last ? allDoneCard(last, actions.length) : unclosedCard(stuck),
    about: { subject: 'case', id: stuck.id },
    what: 'for-chair',
  })
  await changeClimb(world, unclosed(stuck.id), unclosedPolicy(stuck))
}
