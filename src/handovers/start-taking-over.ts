/** A successor is asked to read where a case or a child stands: once for each, however many parts come to them. */
import { endClimb, startClimb } from '../climbs/take-step.ts'
import type { HandoverId, PersonId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Handover } from './handover.ts'
import { isOfChild, type Held } from './held.ts'
import { leaverOf } from './leaver.ts'
import { lockHeld } from './lock-held.ts'
import type { HandoversNeeds } from './needs.ts'
import { takingOverCard } from './taking-over.card.ts'
import { unread, unreadPolicy } from './taking-over-climb.ts'

export function aboutCaseOrChild(held: Held): Handover['about'] {
  if (isOfChild(held) && held.child) return { child: held.child }
  if (!held.case) throw new Error('what is handed over belongs to no case and no child')
  return { case: held.case.id }
}

export async function startTakingOver(
  world: World<HandoversNeeds>,
  about: Handover['about'],
  { part, thing, ref, holder: from, ...held }: Held,
  to: PartnershipPerson,
): Promise<void> {
  const { tx, now, partnership } = world
  const open = await tx.openHandoverOf(about, to.id)
  if (open) return tx.saveHandover({ ...open, things: [...open.things, { part, thing }] })
  const id = world.newId() as HandoverId
  const called = 'case' in about && held.case ? held.case.ref : ref
  const handover: Handover = { id, about, ref: called, things: [{ part, thing }], from, to: to.id, at: now }
  await tx.saveHandover(handover)
  await tell(world, {
    key: `taking-over-${id}`,
    to: to.id,
    card: takingOverCard(handover, leaverOf(partnership, from).name),
    about: { subject: 'handover', id },
  })
  await startClimb(world, unread(id), unreadPolicy)
}

/** It was passed on before they read it, so they no longer have to. */
export async function endTakingOver(
  world: World<HandoversNeeds>,
  about: Handover['about'],
  of: PersonId,
): Promise<void> {
  const { tx } = world
  const open = await tx.openHandoverOf(about, of)
  if (!open || !(await isOver(world, open))) return
  await tx.dropHandover(open.id)
  await endClimb(world, unread(open.id))
  await tx.withdraw({ subject: 'handover', id: open.id })
}

/** None of it is theirs now: it is done, closed or somebody else's. */
export async function isOver(world: Looking, { things, to }: Handover): Promise<boolean> {
  for (const key of things) if ((await lockHeld(world, key))?.holder === to) return false
  return true
}

type Looking = Pick<World<HandoversNeeds>, 'tx' | 'now' | 'partnership'>
