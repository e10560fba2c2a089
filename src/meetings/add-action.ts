/** An action as the meeting proposes it: what, who, by when, how we will know. The chair approves its words later. */
import { aboutCase } from '../cases/about-case.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { answeredWords } from '../display/answered.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import { mostActions } from '../display/form-limits.ts'
import type { ActionId, MeetingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { actionFields, actionForm } from './add-action.form.ts'
import type { MeetingsNeeds } from './needs.ts'
import { toRecord } from './record-meeting.ts'

export async function showAddActionForm(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
): Promise<Answer> {
  const own = await toRecord(world, by, id)
  return isRefusal(own) ? own : actionForm(world, own)
}

export async function addAction(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
  sent: FormValues,
): Promise<Answer> {
  const { tx } = world
  const own = await toRecord(world, by, id)
  if (isRefusal(own)) return own
  const { stuck } = own
  const declared = actionFields(world, own)
  const form = await actionForm(world, own)
  const read = await readOrStop(world, by.id, { about: aboutCase(stuck), fields: declared, form, sent })
  if (isAnswer(read)) return read
  if ((await tx.proposalsOf(id)).length >= mostActions) return refused('too-many-actions')
  const { values } = read
  const action = world.newId() as ActionId
  const owner = values.owner
  const words = answeredWords(declared, values)
  await tx.saveProposal({ id: action, meeting: id, owner, due: values.due, words })
  await tx.record({ fact: 'action-proposed', case: stuck.id, meeting: id, action, owner, due: values.due })
  return done('Added. Add the next one, or draft the summary.')
}
