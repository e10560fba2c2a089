/** A child gets another social worker or IRO, with its open case and the duties that were theirs: one press for all. */
import { dayOf } from '../calendar/london.ts'
import { firstLookCard } from '../children/first-look.card.ts'
import { asksForFirstLook, firstLook, firstLookPolicy } from '../children/unconfirmed-children.ts'
import { startClimb } from '../climbs/take-step.ts'
import { unconfirmedOf } from '../duties/confirm-children.ts'
import { giveDuty } from '../duties/pass-duty.ts'
import { ChildId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Held } from './held.ts'
import { tellIroOfChildren } from './iro-hears.ts'
import { openDutiesOf } from './lock-held.ts'
import { moveCasePart } from './move-case-part.ts'
import type { HandoversNeeds } from './needs.ts'

export async function moveChild(
  world: World<HandoversNeeds>,
  held: Held,
  part: 'social-worker' | 'iro',
  to: PartnershipPerson,
): Promise<void> {
  const { tx, now } = world
  const { holder: from } = held
  const child = ChildId.parse(held.thing)
  await tx.handOverChild(child, part === 'iro' ? { iro: to.id } : { socialWorker: to.id }, dayOf(now))
  await tx.record({ fact: 'child-handed-over', child, part, from, to: to.id })
  const ofCase = part === 'iro' ? held.case?.iro : held.case?.socialWorker
  if (ofCase === from) await moveCasePart(world, held, part, to)
  if (part === 'iro') return
  const duties = await openDutiesOf(world, child, from)
  const { ref, iro } = held
  if (ofCase !== from && duties.length > 0) await tellIroOfChildren(world, [{ ref, from, to: to.id, iro }])
  for (const { id } of duties) {
    const duty = await tx.lockDuty(id)
    if (duty) await giveDuty(world, duty, to)
  }
}

/**
 * Nothing is chased for a child whom nobody has confirmed: the person who answers for it now is asked in their place, once
 * for all that came to them and with the count that they find there.
 */
export async function askForFirstLook(
  world: World<HandoversNeeds>,
  things: readonly Held[],
  to: PartnershipPerson,
): Promise<void> {
  const came = new Set(things.flatMap(({ part, thing }) => (part === 'child-social-worker' ? [thing] : [])))
  const waiting = await unconfirmedOf(world, [to.id])
  if (!waiting.some(({ id }) => came.has(id))) return
  await tell(world, {
    key: `first-look-${to.id}-${world.newId()}`,
    to: to.id,
    card: firstLookCard(waiting.length),
    about: { subject: 'person', id: to.id },
    what: asksForFirstLook,
  })
  await startClimb(world, firstLook(to.id), firstLookPolicy(world.partnership.policies))
}
