/** Reminds the chair of a meeting that has no time, or whose summary does not come. Times that have passed are offered again. */
import { dayOf } from '../calendar/london.ts'
import type { Case } from '../cases/case.ts'
import { heardInCase } from '../cases/heard-in-case.ts'
import { noIroCard } from '../cases/no-iro.card.ts'
import { endClimb, ringClimb, type Rung } from '../climbs/take-step.ts'
import type { Card } from '../display/card.ts'
import type { MeetingId } from '../ids.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { unfinishedCard, unfinishedForIroCard } from './convened.card.ts'
import type { Meeting } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'
import { offerAgain } from './offer-again.ts'
import { offerCard } from './offer.card.ts'
import { tellChair } from './tell-chair.ts'
import { meetingUnfinished, timesNotPicked, waitsForChairPolicy } from './waits-for-chair.ts'
import { whoAnswered } from './who-answered.ts'

type Waiting = { readonly meeting: Meeting; readonly stuck: Case }

/** For a wake set by an older version, before climbs, which had one wake for both. */
export async function remindOfMeeting(world: World<MeetingsNeeds>, id: MeetingId): Promise<void> {
  const meeting = await world.tx.meetingById(id)
  if (meeting?.state === 'offered') return remindTimesNotPicked(world, id)
  // It belonged to the times; what waits for the summary starts when the meeting opens.
  if (meeting?.state === 'convened' && meeting.startsAt && meeting.startsAt > world.now) return
  return remindUnfinished(world, id)
}

export async function remindTimesNotPicked(world: World<MeetingsNeeds>, id: MeetingId): Promise<void> {
  const waiting = await underWay(world, id)
  if (waiting?.meeting.state !== 'offered') return endClimb(world, timesNotPicked(id))
  const { stuck } = waiting
  const before = await whereItStood(world, id)
  const rung = await ringClimb(world, timesNotPicked(id), waitsForChairPolicy(stuck), before)
  if (!rung) return
  const allAhead = waiting.meeting.slots.every((slot) => slot > world.now)
  const meeting = allAhead ? waiting.meeting : await offerAgain(world, stuck, waiting.meeting)
  const isNew = meeting !== waiting.meeting
  const card = isNew ? offerCard(stuck, meeting, await whoAnswered(world, stuck)) : unfinishedCard(stuck, meeting)
  await sayUnfinished(world, rung, { meeting, stuck }, card)
}

export async function remindUnfinished(world: World<MeetingsNeeds>, id: MeetingId): Promise<void> {
  const waiting = await underWay(world, id)
  if (!waiting || waiting.meeting.state === 'approved') return endClimb(world, meetingUnfinished(id))
  const { meeting, stuck } = waiting
  const before = await whereItStood(world, id)
  const rung = await ringClimb(world, meetingUnfinished(id), waitsForChairPolicy(stuck), before)
  if (rung) await sayUnfinished(world, rung, waiting, unfinishedCard(stuck, meeting))
}

async function underWay({ tx }: World<MeetingsNeeds>, id: MeetingId): Promise<Waiting | undefined> {
  const meeting = await tx.meetingById(id)
  const stuck = meeting && (await tx.caseById(meeting.case))
  return stuck && stuck.state !== 'closed' ? { meeting, stuck } : undefined
}

const keyOf = ({ now }: World<unknown>, id: MeetingId) => `unfinished-${id}-${dayOf(now)}` as const

const whereItStood = async (world: World<MeetingsNeeds>, id: MeetingId) =>
  (await world.tx.saidBefore(`unfinished-${id}-`, keyOf(world, id))) ? { stage: 'iro' } : {}

async function sayUnfinished(
  world: World<MeetingsNeeds>,
  { tells }: Rung,
  { meeting, stuck }: Waiting,
  card: Card,
): Promise<void> {
  const key = keyOf(world, meeting.id)
  const about = { subject: 'meeting', id: meeting.id } as const
  if (tells.includes('chair')) await tellChair(world, meeting, key, card)
  if (!tells.includes('iro')) return
  for (const { to, as, what } of await heardInCase(world, stuck, ['iro']))
    await tell(world, {
      key: as === 'iro' ? `${key}-iro` : `${key}-iro-${to}`,
      to,
      card: as === 'iro' ? unfinishedForIroCard(stuck) : noIroCard(stuck, 'unfinished'),
      about,
      what,
    })
}
