/** The owner says that it is done, and how one can tell. */
import { nameOf } from '../people/name-of.ts'
import { aboutCase } from '../cases/about-case.ts'
import { dayOf } from '../calendar/london.ts'
import type { Case } from '../cases/case.ts'
import { unclosed, unclosedPolicy } from '../cases/unclosed.ts'
import { actionLadder } from '../climbs/ladder.ts'
import { endClimb, startClimb } from '../climbs/take-step.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import { type FormValues } from '../display/form.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { ActionId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Action } from './action.ts'
import { allDoneCard, doneCard } from './answered.card.ts'
import { doneFields, doneForm } from './complete-action.form.ts'
import { findOpenAction, type FoundAction } from './find-action.ts'
import type { ActionsNeeds } from './needs.ts'
import { actionsButton } from './actions-button.ts'

export async function showDoneForm(world: World<ActionsNeeds>, by: PartnershipPerson, id: ActionId): Promise<Answer> {
  const found = await toComplete(world, by, id)
  return isRefusal(found) ? found : doneForm(world, found.action)
}

export async function completeAction(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ActionId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now } = world
  const found = await toComplete(world, by, id)
  if (isRefusal(found)) return found
  const { action, stuck } = found
  const form = doneForm(world, action)
  const read = await readOrStop(world, by.id, { about: aboutCase(stuck), fields: doneFields, form, sent })
  if (isAnswer(read)) return read

  const completed: Action = { ...action, state: 'done', doneOn: dayOf(now) }
  await tx.saveAction(completed)
  await tx.saveActionWords(id, { kind: 'done', by: by.id, at: now, words: answeredWords(doneFields, read.values) })
  await tx.record({ fact: 'action-completed', case: stuck.id, action: id })
  await endClimb(world, actionLadder(id))
  await tx.withdraw({ subject: 'action', id })
  await tellCompleted(world, by, completed, stuck)
  return done(`Thank you. The action for case ${stuck.ref} is done, and its reminders have stopped.`, [actionsButton])
}

async function toComplete(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: ActionId,
): Promise<FoundAction | Refusal> {
  const found = await findOpenAction(world, by, id)
  return isRefusal(found) || found.roles.includes('owner') ? found : refused('not-yours-to-answer')
}

async function tellCompleted(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  action: Action,
  stuck: Case,
): Promise<void> {
  const { tx, partnership } = world
  const all = await tx.actionsOf(stuck.id)
  // What the family was told before the meeting is no end of the case.
  const allDone = stuck.state === 'following-up' && all.every(({ state }) => state !== 'open')
  if (allDone) await startClimb(world, unclosed(stuck.id), unclosedPolicy(stuck))
  const closer = stuck.chair ?? stuck.socialWorker
  const ownerName = nameOf(partnership, action.owner, 'A colleague')
  for (const to of new Set([closer, stuck.socialWorker])) {
    const mayClose = allDone && to === closer
    if (to === by.id && !mayClose) continue
    await tell(world, {
      key: `${mayClose ? 'all-done' : 'done'}-${action.id}-${to}`,
      to,
      card: mayClose ? allDoneCard(action, all.length) : doneCard(action, ownerName),
      about: { subject: 'case', id: stuck.id },
      ...(to === stuck.chair ? { what: 'for-chair' } : { what: 'for-social-worker' }),
    })
  }
}
