/** A successor is asked to read where a case or a child stands: once for each, however many parts come to them. */
import { endClimb, startClimb } from '../climbs/take-step.ts'
import { rowsAtMost } from '../display/card.ts'
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

/** What one person held and one press has moved: told in one card, or as many as they need to be read. */
export async function startTakingOver(
  world: World<HandoversNeeds>,
  moved: readonly Held[],
  to: PartnershipPerson,
): Promise<void> {
  const started: Handover[] = []
  for (const held of moved) started.push(...(await startOne(world, held, to)))
  for (let first = 0; first < started.length; first += rowsAtMost)
    await tellOf(world, started.slice(first, first + rowsAtMost), to)
}

/** None where the successor has not read yet where it stands: what they read then has this part as well. */
async function startOne(world: World<HandoversNeeds>, held: Held, to: PartnershipPerson): Promise<readonly Handover[]> {
  const { tx, now } = world
  const { part, thing, holder: from } = held
  const about = aboutCaseOrChild(held)
  const open = await tx.openHandoverOf(about, to.id)
  if (open) {
    await tx.saveHandover({ ...open, things: [...open.things, { part, thing }] })
    return []
  }
  const id = world.newId() as HandoverId
  const ref = 'case' in about && held.case ? held.case.ref : held.ref
  const handover: Handover = { id, about, ref, things: [{ part, thing }], from, to: to.id, at: now }
  await tx.saveHandover(handover)
  await startClimb(world, unread(id), unreadPolicy(world.partnership.policies))
  return [handover]
}

async function tellOf(
  world: World<HandoversNeeds>,
  handovers: readonly Handover[],
  to: PartnershipPerson,
): Promise<void> {
  const [first, ...others] = handovers
  if (!first) return
  const from = leaverOf(world.partnership, first.from).name
  await tell(world, {
    key: `taking-over-${first.id}`,
    to: to.id,
    card: takingOverCard(first, from, others),
    about: others.length === 0 ? { subject: 'handover', id: first.id } : { subject: 'person', id: to.id },
  })
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
  await tx.record({ fact: 'handover-ended', ...about, handover: open.id })
  await endClimb(world, unread(open.id))
  await tx.withdraw({ subject: 'handover', id: open.id })
}

/** None of it is theirs now: it is done, closed or somebody else's. */
export async function isOver(world: Looking, { things, to }: Handover): Promise<boolean> {
  for (const key of things) if ((await lockHeld(world, key))?.holder === to) return false
  return true
}

type Looking = Pick<World<HandoversNeeds>, 'tx' | 'now' | 'partnership'>
