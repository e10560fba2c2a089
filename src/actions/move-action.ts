/** A new date: the first by the owner, further ones by the chair; the first date is never forgotten. */
import { nameOf } from '../people/name-of.ts'
import { dayOf, instantOf } from '../calendar/london.ts'
import { inWords } from '../calendar/in-words.ts'
import { actionLadder, ladderDates, ladderPolicy } from '../climbs/ladder.ts'
import { changeClimb } from '../climbs/take-step.ts'
import { done, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import type { FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { ActionId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { mayMove, moved, type Action } from './action.ts'
import { movedCard, movedForYouCard } from './answered.card.ts'
import { findOpenAction, type FoundAction } from './find-action.ts'
import { moveFields, moveForm } from './move-action.form.ts'
import type { ActionsNeeds } from './needs.ts'
import { actionsButton } from './actions-button.ts'

export async function showMoveForm(world: World<ActionsNeeds>, by: PartnershipPerson, id: ActionId): Promise<Answer> {
  const found = await toMove(world, by, id)
  return isRefusal(found) ? found : moveForm(world, found.action)
}

export async function moveAction(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ActionId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now, calendar } = world
  const found = await toMove(world, by, id)
  if (isRefusal(found)) return found
  const { action, stuck } = found
  const declared = moveFields(dayOf(now))
  const read = readForm(declared, sent, now, ({ due }) =>
    due === action.due ? { due: 'It already has this date. Choose another one.' } : {},
  )
  if (isRefusal(read)) return read
  const { due } = read.values

  const later = moved(action, due)
  await tx.saveAction(later)
  await tx.saveActionWords(id, { kind: 'moved', by: by.id, at: now, words: answeredWords(declared, read.values) })
  await tx.record({ fact: 'action-moved', case: stuck.id, action: id, from: action.due, to: due, moves: later.moves })
  await tx.withdraw({ subject: 'action', id })
  await changeClimb(world, actionLadder(id), ladderPolicy(later.ladder), ladderDates(later, calendar))
  await tellMoved(world, by, later, found)
  const onlyTheChair = mayMove(later, found.roles) === 'yes' ? '' : ' From now on, only the chair can change it.'
  return done(
    `The action for case ${stuck.ref} is now due ${inWords(due)}. It was first due ${inWords(later.firstDue)}.${onlyTheChair}`,
    [actionsButton],
  )
}

async function toMove(world: World<ActionsNeeds>, by: PartnershipPerson, id: ActionId): Promise<FoundAction | Refusal> {
  const found = await findOpenAction(world, by, id)
  if (isRefusal(found)) return found
  const may = mayMove(found.action, found.roles)
  return may === 'yes' ? found : refused(may)
}

async function tellMoved(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  action: Action,
  { stuck, roles }: FoundAction,
): Promise<void> {
  const key = `moved-${action.id}-${action.moves}` as const
  const about = { subject: 'action', id: action.id } as const
  const ownerName = nameOf(world.partnership, action.owner, 'The owner')
  if (!roles.includes('owner'))
    await tell(world, {
      key: `${key}-owner`,
      to: action.owner,
      card: movedForYouCard(action),
      about,
      what: 'for-owner',
      neededBy: instantOf(action.due, '00:00'),
    })
  else if (stuck.chair && stuck.chair !== by.id)
    await tell(world, {
      key: `${key}-chair`,
      to: stuck.chair,
      card: movedCard(action, ownerName),
      about,
      what: 'for-chair',
    })
}
