/** An action that was handed to somebody: "I have it", "Not mine", "Take it back", and what happens when nobody says so. */
import { done, type Answer } from '../display/answer.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import type { ActionId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { personById } from '../people/people.ts'
import { decline, ringOffer, takeBack, tellAccepted } from '../parts/hand-to.ts'
import { named } from '../parts/named.ts'
import type { World } from '../ports/world.ts'
import { findOpenAction, lockAction } from './find-action.ts'
import { colleaguesOf } from './hand-over-action.form.ts'
import { giveAction } from './hand-over-action.ts'
import { handedAction, offerClimb } from './handed-action.ts'
import type { ActionsNeeds } from './needs.ts'
import { actionsButton } from './actions-button.ts'

/** "I have it": only now is it theirs. */
export async function acceptAction(world: World<ActionsNeeds>, by: PartnershipPerson, id: ActionId): Promise<Answer> {
  const found = await findOpenAction(world, by, id)
  if (isRefusal(found)) return found
  const { offer } = found.action
  if (!offer || !found.roles.includes('offered')) return refused('not-yours-to-answer')
  const to = personById(world.partnership, offer.to)
  if (!to || !colleaguesOf(world.partnership, found).includes(to)) return refused('may-not-hold')
  await giveAction(world, found, to)
  await tellAccepted(world, by, { ...handedAction(world, found.action), offer })
  return done(`Thank you. The action for case ${found.stuck.ref} is now with ${to.id === by.id ? 'you' : to.name}.`, [
    actionsButton,
  ])
}

/** "Not mine" of the person who was asked, and "Take it back" of its owner. */
export async function declineAction(world: World<ActionsNeeds>, by: PartnershipPerson, id: ActionId): Promise<Answer> {
  const found = await findOpenAction(world, by, id)
  if (isRefusal(found)) return found
  const { action, stuck, roles } = found
  const { offer } = action
  if (!roles.includes('offered') && !roles.includes('owner')) return refused('not-yours-to-answer')
  if (!offer) return refused('already-done')
  const handed = { ...handedAction(world, action), offer }
  await (roles.includes('offered') ? decline(world, by, handed) : takeBack(world, handed))
  const told = roles.includes('offered') ? action.owner : offer.to
  const says = `The action for case ${stuck.ref} stays with ${nameOf(world.partnership, action.owner)}.`
  return done(`${says} ${nameOf(world.partnership, told)} will be told.`)
}

export async function remindActionOffered(world: World<ActionsNeeds>, id: ActionId): Promise<void> {
  const found = await lockAction(world.tx, id)
  const isOpen = found?.action.state === 'open' && found.stuck.state !== 'closed'
  const parts = found ? named({ action: found.action, case: found.stuck }, world.partnership) : []
  await ringOffer(world, offerClimb(id), isOpen ? handedAction(world, found.action) : undefined, parts)
}
