/** What one person was asked for or had agreed to do: the next one gets the same card, with the same answers. */
import { giveAction } from '../actions/hand-over-action.ts'
import { lockAction } from '../actions/find-action.ts'
import { giveDuty } from '../duties/pass-duty.ts'
import { ActionId, DutyId, MeetingId, RequestId } from '../ids.ts'
import { giveRequest } from '../inputs/pass-on.ts'
import { noteTakerCard } from '../meetings/convened.card.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import type { Subject } from '../ports/transaction.ts'
import type { World } from '../ports/world.ts'
import type { Held } from './held.ts'
import { leaverOf } from './leaver.ts'
import type { HandoversNeeds } from './needs.ts'
import { actionYoursCard, dutyYoursCard } from './yours.card.ts'

type Moving = World<HandoversNeeds>

export async function moveView(world: Moving, { thing, ...held }: Held, to: PartnershipPerson): Promise<void> {
  const request = await world.tx.requestById(RequestId.parse(thing))
  if (request && held.case) await giveRequest(world, { request, stuck: held.case }, to)
}

export async function moveAction(world: Moving, { thing, holder }: Held, to: PartnershipPerson): Promise<void> {
  const id = ActionId.parse(thing)
  const found = await lockAction(world.tx, id)
  if (!found) return
  const action = await giveAction(world, found, to)
  const card = actionYoursCard(action, leaverOf(world.partnership, holder).name)
  await tell(world, {
    key: `handed-over-${id}-${world.newId()}`,
    to: to.id,
    card,
    about: { subject: 'action', id },
    what: 'for-owner',
  })
}

export async function moveDuty(world: Moving, { thing, holder }: Held, to: PartnershipPerson): Promise<void> {
  const id = DutyId.parse(thing)
  const duty = await world.tx.lockDuty(id)
  if (!duty) return
  const card = dutyYoursCard(await giveDuty(world, duty, to), leaverOf(world.partnership, holder).name)
  await tell(world, {
    key: `passed-${id}-${world.newId()}`,
    to: to.id,
    card,
    about: { subject: 'duty', id },
    what: 'for-owner',
  })
}

export async function moveNotes(world: Moving, { thing, holder, ...held }: Held, to: PartnershipPerson): Promise<void> {
  const { tx } = world
  const meeting = await tx.meetingById(MeetingId.parse(thing))
  if (!meeting || !held.case) return
  const about: Subject = { subject: 'meeting', id: meeting.id }
  await tx.saveMeeting({ ...meeting, noteTaker: to.id })
  await tx.record({ fact: 'notes-handed-over', case: held.case.id, meeting: meeting.id, from: holder, to: to.id })
  await tx.withdrawFrom(about, holder)
  const key = `notes-${meeting.id}-${to.id}-${world.newId()}` as const
  const says = `You are taking the notes of this meeting instead of ${leaverOf(world.partnership, holder).name}.`
  const card = noteTakerCard(held.case, meeting, world.now, says)
  await tell(world, { key, to: to.id, card, about, what: 'for-note-taker', themselves: true })
}
