/** An action as the meeting proposes it: what, who, by when, how we will know. The chair approves its words later. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { furthestDay } from '../calendar/furthest-day.ts'
import { everybodyIn } from '../cases/case.ts'
import { aboutCase } from '../cases/about-case.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { answeredWords } from '../display/answered.ts'
import { done, type Answer } from '../display/answer.ts'
import { list } from '../display/card.ts'
import type { Form, FormValues } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { heading } from '../display/reading.ts'
import { mostActions } from '../display/form-limits.ts'
import { refused } from '../display/refusal.ts'
import type { ActionId, MeetingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { leadOf, personById } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { MeetingsNeeds } from './needs.ts'
import type { OwnMeeting } from './own-meeting.ts'
import { longestLine, toRecord } from './record-meeting.ts'

function actionFields(world: World<MeetingsNeeds>, { stuck }: OwnMeeting) {
  const { partnership } = world
  const invited = everybodyIn(stuck)
  const leads = invited.flatMap((id) => {
    const person = personById(partnership, id)
    return person ? [leadOf(partnership, person)] : []
  })
  const today = dayOf(world.now)
  return fields({
    what: { field: 'words', label: 'What will be done?', max: longestLine, lines: 'one' },
    owner: {
      field: 'choice',
      label: 'Who does it?',
      options: [...new Set([...invited, ...leads])].map((id) => ({
        value: id,
        label: personById(partnership, id)?.name ?? id,
      })),
    },
    due: { field: 'day', label: 'By when?', earliest: today, latest: furthestDay(today) },
    know: { field: 'words', label: 'How will we know that it is done?', max: longestLine, lines: 'one' },
  })
}

async function actionForm(world: World<MeetingsNeeds>, own: OwnMeeting): Promise<Form> {
  const proposals = await world.tx.proposalsOf(own.meeting.id)
  const lines = proposals.map(
    ({ owner, due }, place) =>
      `${place + 1}. ${personById(world.partnership, owner)?.name ?? owner}, by ${inWords(due)}`,
  )
  return safeguardedForm('Add an action', world.partnership.urgent, {
    intro: lines.length > 0 ? [heading('Added so far'), list(lines)] : [],
    fields: actionFields(world, own),
    submit: { label: 'Add', ask: { ask: 'add-action', meeting: own.meeting.id } },
  })
}

export async function showAddActionForm(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
): Promise<Answer> {
  const own = await toRecord(world, by, id)
  return 'kind' in own ? own : actionForm(world, own)
}

export async function addAction(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
  sent: FormValues,
): Promise<Answer> {
  const { tx } = world
  const own = await toRecord(world, by, id)
  if ('kind' in own) return own
  const { stuck } = own
  const declared = actionFields(world, own)
  const form = await actionForm(world, own)
  const read = await readOrStop(world, by.id, { about: aboutCase(stuck), fields: declared, form, sent })
  if ('answer' in read) return read.answer
  if ((await tx.proposalsOf(id)).length >= mostActions) return refused('too-many-actions')
  const { values } = read
  const action = world.newId() as ActionId
  const owner = values.owner
  const words = answeredWords(declared, values)
  await tx.saveProposal({ id: action, meeting: id, owner, due: values.due, words })
  await tx.record({ fact: 'action-proposed', case: stuck.id, meeting: id, action, owner, due: values.due })
  return done('Added. Add the next one, or draft the summary.')
}
