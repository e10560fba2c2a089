/** Actions as the meeting proposes them: what, who, by when, how we will know. The chair approves their words later. */
import { onlyTheseKinds, ownerFrom } from '../actions/kind.ts'
import { aboutCase } from '../cases/about-case.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { answeredWords } from '../display/answered.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import { readForm, type ValuesOf } from '../display/read-form.ts'
import { isRefusal, notComplete, refused } from '../display/refusal.ts'
import { mostActions } from '../display/form-limits.ts'
import type { Case } from '../cases/case.ts'
import type { ActionId, MeetingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { judges } from '../parts/judges.ts'
import type { World } from '../ports/world.ts'
import { actionFields, actionForm } from './add-action.form.ts'
import type { MeetingsNeeds } from './needs.ts'
import type { OwnMeeting } from './own-meeting.ts'
import { toRecord } from './record-meeting.ts'
import { afterRecord } from './after-record.ts'
import { begunRows, inRow, rowsOf } from './several-actions.ts'

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
  const asked = actionFields(world, own)
  const rows = begunRows(asked, sent)
  const form = await actionForm(world, own)
  const read = await readOrStop(world, by.id, { about: aboutCase(stuck), fields: rowsOf(asked, rows), form, sent })
  if (isRefusal(read) && isJudgeWithoutKind(world, stuck, sent))
    return notComplete({ ...read.fields, owner: onlyTheseKinds })
  if (isAnswer(read)) return read
  const proposed = (await tx.proposalsOf(id)).length + rows.length
  if (proposed > mostActions) return refused('too-many-actions')
  for (const row of rows) await propose(world, own, asked, inRow(asked, read.values, row) as ActionValues)
  const added = rows.length === 1 ? 'Added.' : `${rows.length} actions added.`
  const next = proposed < mostActions ? 'Add another, or draft the summary.' : 'Now draft the summary.'
  return done(`${added} ${next}`, afterRecord(own, proposed))
}

type ActionFields = ReturnType<typeof actionFields>
type ActionValues = ValuesOf<ActionFields>

async function propose(
  { tx, newId }: World<MeetingsNeeds>,
  { meeting: { id: meeting }, stuck }: OwnMeeting,
  asked: ActionFields,
  values: ActionValues,
): Promise<void> {
  const action = newId() as ActionId
  const { owner, kind } = ownerFrom(values.owner)
  const { due } = values
  const words = answeredWords(asked, values)
  await tx.saveProposal({ id: action, meeting, owner, due, ...(kind && { kind }), words, corrections: 0 })
  await tx.record({ fact: 'action-proposed', case: stuck.id, meeting, action, owner, due })
}

/** By a form that was drawn before those who judge were offered kinds. */
function isJudgeWithoutKind({ partnership }: World<MeetingsNeeds>, stuck: Case, { owner = [] }: FormValues): boolean {
  const options = [...judges(partnership, stuck)].map((id) => ({ value: id, label: id }))
  return !isRefusal(readForm({ owner: { field: 'choice', label: 'Who does it?', options } }, { owner }))
}
