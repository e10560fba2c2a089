/** Who takes the notes of a meeting, as well as its chair. */
import { formWithNumbers } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import { filled, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { nameOf } from '../people/name-of.ts'
import { hears } from '../parts/hears.ts'
import type { World } from '../ports/world.ts'
import type { OwnMeeting } from './own-meeting.ts'

export function noteTakerFields({ partnership }: World<unknown>, { meeting, parts }: OwnMeeting) {
  const others = hears(parts, 'news').to.filter(({ person }) => person !== meeting.chair)
  return fields({
    noteTaker: {
      field: 'choice',
      label: 'Who will take notes, as well as the chair?',
      options: others.map(({ person }) => ({ value: person, label: nameOf(partnership, person) })),
    },
  })
}

export function noteTakerForm(world: World<unknown>, own: OwnMeeting): Form {
  const { id, noteTaker } = own.meeting
  return formWithNumbers('Name the note-taker', world.partnership.urgent, {
    intro: [text('They can record the meeting and add actions. Only the chair approves what was agreed.')],
    fields: noteTakerFields(world, own),
    ...(noteTaker && { values: { noteTaker: filled(noteTaker) } }),
    submit: { label: 'Name them', ask: { ask: 'name-note-taker', meeting: id } },
  })
}
