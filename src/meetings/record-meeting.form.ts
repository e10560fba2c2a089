/** Who came, the reflection, and the decisions, one a line. */
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { filled, type Form } from '../display/form.ts'
import { numberInWords } from '../display/number-in-words.ts'
import { fields } from '../display/read-form.ts'
import { toldApart } from '../people/colleague-field.ts'
import { nameOf } from '../people/name-of.ts'
import { hears } from '../parts/hears.ts'
import type { World } from '../ports/world.ts'
import { cameTooRoles } from './came-too.ts'
import type { MeetingsNeeds } from './needs.ts'
import type { OwnMeeting } from './own-meeting.ts'

export function recordFields(world: World<MeetingsNeeds>, { meeting, parts }: OwnMeeting) {
  const invited = hears(parts, 'news').to.map(({ person }) => person)
  // A record may be put right when somebody who came has left.
  const people = toldApart(
    world.partnership,
    [...new Set([...invited, ...meeting.attended])].map((id) => ({ value: id, label: nameOf(world.partnership, id) })),
  )
  return fields({
    attended: { field: 'choices', label: 'Who came?', options: people },
    cameToo: {
      field: 'choices',
      label: 'Who else came, who is not in the case?',
      hint: 'Only the role is recorded, for everybody to read.',
      options: cameTooRoles,
      optional: true,
    },
    reflection: {
      field: 'words',
      label: 'What do we understand better now?',
      hint: 'Only people in the meeting can read this.',
      max: 3000,
      lines: 'many',
    },
    decisions: {
      field: 'words',
      label: "What are the agreed next steps for the child's plan? Write one on each line",
      hint: `Up to ${numberInWords(mostDecisions)} lines of ${longestLine} characters. Do not give the child's name, numbers or address.`,
      max: 3000,
      lines: 'many',
      optional: true,
    },
  })
}

export function recordForm(world: World<MeetingsNeeds>, own: OwnMeeting): Form {
  const { meeting } = own
  return safeguardedForm('Record the meeting', world.partnership.urgent, {
    fields: recordFields(world, own),
    values: {
      ...Object.fromEntries(meeting.record.map(({ name, words }) => [name, filled(words)])),
      ...(meeting.attended.length > 0 && { attended: filled(...meeting.attended) }),
      ...(meeting.cameToo && meeting.cameToo.length > 0 && { cameToo: filled(...meeting.cameToo) }),
    },
    submit: { label: 'Record', ask: { ask: 'record-meeting', meeting: meeting.id } },
  })
}

const mostDecisions = 10
export const longestLine = 300

/** One decision a line; empty lines and the dashes of a list are left out. */
export const decisionLines = (decisions: string): readonly string[] =>
  decisions
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s*/, '').trim())
    .filter((line) => line !== '')

export function problemWith(lines: readonly string[]): string | undefined {
  if (lines.length > mostDecisions) return `Write no more than ${mostDecisions} next steps. There are ${lines.length}.`
  const long = lines.findIndex((line) => line.length > longestLine)
  return long === -1 ? undefined : `Next step ${long + 1} has more than ${longestLine} characters.`
}
