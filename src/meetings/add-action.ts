/** An action as the meeting proposes it: what, who, by when, how we will know. The chair approves its words later. */
import { onlyTheseKinds, ownerFrom } from '../actions/kind.ts'
import { aboutCase } from '../cases/about-case.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { answeredWords } from '../display/answered.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal, notComplete, refused } from '../display/refusal.ts'
import { mostActions } from '../display/form-limits.ts'
import type { Case } from '../cases/case.ts'
import type { ActionId, MeetingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { judges } from '../parts/judges.ts'
import type { World } from '../ports/world.ts'
import { actionFields, actionForm } from './add-action.form.ts'
import type { MeetingsNeeds } from './needs.ts'
import { toRecord } from './record-meeting.ts'
import { afterRecord } from './after-record.ts'

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
  if (isRefusal(read) && isJudgeWithoutKind(world, stuck, sent))
    return notComplete({ ...read.fields, owner: onlyTheseKinds })
  if (isAnswer(read)) return read
  if ((await tx.proposalsOf(id)).length >= mostActions) return refused('too-many-actions')
  const { values } = read
  const action = world.newId() as ActionId
  const { owner, kind } = ownerFrom(values.owner)
  const words = answeredWords(declared, values)
  await tx.saveProposal({ id: action, meeting: id, owner, due: values.due, ...(kind && { kind }), words })
  await tx.record({ fact: 'action-proposed', case: stuck.id, meeting: id, action, owner, due: values.due })
  return done('Added. Add the next one, or draft the summary.', afterRecord(own))
}

/** By a form that was drawn before those who judge were offered kinds. */
function isJudgeWithoutKind({ partnership }: World<MeetingsNeeds>, stuck: Case, { owner = [] }: FormValues): boolean {
  const options = [...judges(partnership, stuck)].map((id) => ({ value: id, label: id }))
  return !isRefusal(readForm({ owner: { field: 'choice', label: 'Who does it?', options } }, { owner }))
}
