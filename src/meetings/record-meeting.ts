/** Who came, the reflection, and the decisions, as the chair or the note-taker records them. */
import { everybodyIn } from '../cases/case.ts'
import { aboutCase } from '../cases/about-case.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { answeredWords } from '../display/answered.ts'
import { done, type Answer } from '../display/answer.ts'
import { filled, type Form, type FormValues } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { numberInWords } from '../display/number-in-words.ts'
import { notComplete, refused } from '../display/refusal.ts'
import type { MeetingId, PersonId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import { maySee } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import { noteTakerCard } from './convened.card.ts'
import type { MeetingsNeeds } from './needs.ts'
import { meetingUnderWay, type OwnMeeting } from './own-meeting.ts'

function recordFields(world: World<MeetingsNeeds>, { stuck, standings }: OwnMeeting) {
  const people = everybodyIn(stuck).map((id) => ({
    value: id,
    label: personById(world.partnership, id)?.name ?? id,
  }))
  return fields({
    attended: { field: 'choices', label: 'Who came?', options: people },
    ...(maySee(standings, 'note-taker') && {
      noteTaker: { field: 'choice', label: 'Who takes the notes, besides the chair?', options: people, optional: true },
    }),
    reflection: {
      field: 'words',
      label: 'What did we come to understand?',
      hint: 'Stays with those of the meeting.',
      max: 3000,
      lines: 'many',
    },
    decisions: {
      field: 'words',
      label: 'What was decided? One decision a line',
      hint: `At most ${numberInWords(mostDecisions)} lines of ${longestLine} characters; no name, number or address of the child.`,
      max: 3000,
      lines: 'many',
      optional: true,
    },
  })
}

export async function showMeetingRecordForm(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
): Promise<Answer> {
  const own = await toRecord(world, by, id)
  return 'kind' in own ? own : recordForm(world, own)
}

export async function toRecord(world: World<MeetingsNeeds>, by: PartnershipPerson, id: MeetingId) {
  const own = await meetingUnderWay(world, by, id, 'meeting-record')
  if ('kind' in own) return own
  if (own.meeting.state === 'approved') return refused('summary-already-out')
  return own.meeting.state === 'offered' ? refused('no-time-yet') : own
}

function recordForm(world: World<MeetingsNeeds>, own: OwnMeeting): Form {
  const { meeting } = own
  return safeguardedForm('Record the meeting', world.partnership.urgent, {
    fields: recordFields(world, own),
    values: {
      ...Object.fromEntries(meeting.record.map(({ name, words }) => [name, filled(words)])),
      ...(meeting.attended.length > 0 && { attended: filled(...meeting.attended) }),
      ...(meeting.noteTaker && { noteTaker: filled(meeting.noteTaker) }),
    },
    submit: { label: 'Record', ask: { ask: 'record-meeting', meeting: meeting.id } },
  })
}

export async function recordMeeting(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
  sent: FormValues,
): Promise<Answer> {
  const { tx } = world
  const own = await toRecord(world, by, id)
  if ('kind' in own) return own
  const { meeting, stuck } = own
  const declared = recordFields(world, own)
  const form = recordForm(world, own)
  const read = await readOrStop(world, by.id, { about: aboutCase(stuck), fields: declared, form, sent })
  if ('answer' in read) return read.answer
  const { values } = read
  const tooMany = problemWith(decisionLines(values.decisions?.reveal() ?? ''))
  if (tooMany) return notComplete({ decisions: tooMany })
  const attended = values.attended
  // Asked of the chair alone, so its type is lost among those of the other fields.
  const noteTaker = values.noteTaker as PersonId | undefined
  await tx.saveMeeting({
    ...meeting,
    state: 'recorded',
    attended,
    recordings: meeting.recordings + 1,
    ...(noteTaker && { noteTaker }),
    record: answeredWords(declared, values),
  })
  await tx.record({ fact: 'meeting-recorded', case: stuck.id, meeting: id, attended: [...attended] })
  if (noteTaker && noteTaker !== meeting.noteTaker)
    await tell(world, {
      key: `notes-${id}-${noteTaker}`,
      to: noteTaker,
      card: noteTakerCard(stuck, meeting),
      about: { subject: 'meeting', id },
    })
  return done('Recorded. Add the actions one by one, then draft the summary.')
}

const mostDecisions = 10
export const longestLine = 300

/** One decision a line; empty lines and the dashes of a list are left out. */
export const decisionLines = (decisions: string): readonly string[] =>
  decisions
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s*/, '').trim())
    .filter((line) => line !== '')

function problemWith(lines: readonly string[]): string | undefined {
  if (lines.length > mostDecisions) return `Write ${mostDecisions} decisions at most: these are ${lines.length}.`
  const long = lines.findIndex((line) => line.length > longestLine)
  return long === -1 ? undefined : `Decision ${long + 1} has more than ${longestLine} characters.`
}
