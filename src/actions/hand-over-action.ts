/** "Not mine": the right person is asked to take it on, and it is theirs when they say "I have it". */
import { actionLadder } from '../climbs/ladder.ts'
import { endClimb, passClimbOn } from '../climbs/take-step.ts'
import { done, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import { type FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import { type ActionId } from '../ids.ts'
import { type PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueFrom } from '../people/colleague-field.ts'
import { handTo, tellOvertaken } from '../parts/hand-to.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Action } from './action.ts'
import { givenCard } from './action.card.ts'
import { findOpenAction, type FoundAction } from './find-action.ts'
import { colleaguesOf, handOverFields, handOverForm } from './hand-over-action.form.ts'
import { handedAction, offerClimb } from './handed-action.ts'
import type { ActionsNeeds } from './needs.ts'
import { actionsButton } from './actions-button.ts'

export async function showHandOverForm(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ActionId,
): Promise<Answer> {
  const found = await toHandOver(world, by, id)
  return isRefusal(found) ? found : handOverForm(world, found)
}

export async function handOverAction(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ActionId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now, partnership } = world
  const found = await toHandOver(world, by, id)
  if (isRefusal(found)) return found
  const { stuck } = found
  const colleagues = colleaguesOf(partnership, found)
  const declared = handOverFields(partnership, colleagues)
  const read = readForm(declared, sent)
  if (isRefusal(read)) return read
  const to = colleagueFrom(colleagues, read.values.to)

  const { reason } = read.values
  await tx.saveActionWords(id, {
    kind: 'handed-over',
    by: by.id,
    at: now,
    words: answeredWords({ reason: declared.reason }, { reason }),
  })
  const owner = personById(partnership, found.action.owner)
  if (owner) {
    await handTo(world, by, handedAction(world, found.action), to)
    return done(
      `${to.name} is asked to take on the action for case ${stuck.ref}. ` +
        `It stays with ${owner.id === by.id ? 'you' : owner.name} until they say "I have it".`,
      [actionsButton],
    )
  }
  // Nobody is there who could keep it.
  await tell(world, {
    key: `handed-over-${id}-${world.newId()}`,
    to: to.id,
    card: givenCard(await giveAction(world, found, to), by.name),
    about: { subject: 'action', id },
    what: 'for-owner',
  })
  return done(`${to.name} will be told that the action for case ${stuck.ref} is now theirs.`, [actionsButton])
}

/** It is this person's from now on, and what they are reminded of counts from now. Nobody is told by this but somebody else who was asked. */
export async function giveAction(
  world: World<ActionsNeeds>,
  { action, stuck }: Pick<FoundAction, 'action' | 'stuck'>,
  to: PartnershipPerson,
): Promise<Action> {
  const { tx } = world
  const { id } = action
  const handed: Action = { ...action, owner: to.id, agency: to.agency, offer: undefined }
  await tx.saveAction(handed)
  if (action.offer) await tellOvertaken(world, { ...handedAction(world, action), offer: action.offer }, to.id)
  await tx.record({ fact: 'action-handed-over', case: stuck.id, action: id, from: action.owner, to: to.id })
  await tx.withdraw({ subject: 'action', id })
  await passClimbOn(world, actionLadder(id))
  await endClimb(world, offerClimb(id))
  return handed
}

/** The owner, or somebody who answers for the owner or the case: an owner who has left cannot hand over. */
async function toHandOver(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ActionId,
): Promise<FoundAction | Refusal> {
  const found = await findOpenAction(world, by, id)
  if (isRefusal(found)) return found
  const may = found.roles.some((role) => ['owner', 'lead', 'chair'].includes(role))
  return may ? found : refused('not-yours-to-answer')
}
