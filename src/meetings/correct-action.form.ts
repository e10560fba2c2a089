/** The actions that were added so far, and the form in which the owner or the day of one is put right. */
import { formWithNumbers } from '../concerns/safeguarded.form.ts'
import { row, text } from '../display/card.ts'
import { filled, type Form } from '../display/form.ts'
import { reading, words, type Reading } from '../display/reading.ts'
import type { World } from '../ports/world.ts'
import { proposalInWords, whoAndWhen } from './add-action.form.ts'
import type { Proposal } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'
import type { OwnMeeting } from './own-meeting.ts'

export function proposedReading(
  { partnership }: World<MeetingsNeeds>,
  { meeting: { id: meeting } }: OwnMeeting,
  proposals: readonly Proposal[],
): Reading {
  return reading('Correct an action', [
    text(
      'Who does it and by when can be corrected until what was agreed is posted. The words are corrected in the draft of the summary.',
    ),
    ...proposals.flatMap((proposal, place) => [
      row(proposalInWords(partnership, proposal, place), {
        label: 'Correct',
        ask: { ask: 'open-correct-action', meeting, action: proposal.id },
      }),
      ...proposal.words.map((said) => words(said.question, said.words)),
    ]),
  ])
}

export function correctForm(world: World<MeetingsNeeds>, own: OwnMeeting, proposal: Proposal): Form {
  const { owner, due, kind, id: action } = proposal
  const what = proposal.words.find(({ name }) => name === 'what')
  return formWithNumbers('Correct an action', world.partnership.urgent, {
    intro: what ? [words(what.question, what.words)] : [],
    fields: whoAndWhen(world, own),
    values: { owner: filled(kind ? `${kind} ${owner}` : owner), due: filled(due) },
    submit: { label: 'Correct', ask: { ask: 'correct-action', meeting: own.meeting.id, action } },
  })
}
