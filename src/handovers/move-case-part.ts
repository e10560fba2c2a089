/** An open case gets another social worker, IRO or chair. */
import type { Case } from '../cases/case.ts'
import { confirmCard } from '../cases/raised.card.ts'
import { unconfirmed, unconfirmedPolicy } from '../cases/unconfirmed.ts'
import { changeClimb } from '../climbs/take-step.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Held } from './held.ts'
import { changeChair } from './change-chair.ts'
import type { HandoversNeeds } from './needs.ts'

/** `by`: who does it, where somebody else has to be told of it. */
export async function moveCasePart(
  world: World<HandoversNeeds>,
  { holder, ...held }: Pick<Held, 'case' | 'holder'>,
  part: 'social-worker' | 'iro' | 'chair',
  to: PartnershipPerson,
  by?: PartnershipPerson,
): Promise<void> {
  const stuck = held.case
  if (!stuck) throw new Error('a part of a case belongs to no case')
  if (part === 'chair') return changeChair(world, stuck, to, by)
  const { tx } = world
  const { id } = stuck
  const moved: Case = part === 'iro' ? { ...stuck, iro: to.id } : { ...stuck, socialWorker: to.id }
  await tx.saveCase(moved)
  await tx.record({ fact: 'case-part-handed-over', case: id, part, from: holder, to: to.id })
  await tx.withdrawFrom({ subject: 'case', id }, holder)
  if (part === 'social-worker' && stuck.state === 'raised') await askToConfirm(world, moved)
}

/** The new person was not asked before, so the waiting time starts again. */
async function askToConfirm(world: World<HandoversNeeds>, stuck: Case): Promise<void> {
  const { id, socialWorker: to } = stuck
  await tell(world, {
    key: `confirm-${id}-${world.newId()}`,
    to,
    card: confirmCard(stuck, world.partnership),
    about: { subject: 'case', id },
    what: 'for-social-worker',
  })
  await changeClimb(world, unconfirmed(id), unconfirmedPolicy(stuck))
}
