/** The draft of the summary, line by line: the chair approves or corrects each, or empties it to leave it out. */
import { nameOf } from '../people/name-of.ts'
import { inWords } from '../calendar/in-words.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import { filled, type Fields, type Form } from '../display/form.ts'
import { Typed } from '../display/typed.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { Meeting, Proposal } from './meeting.ts'
import { decisionLines, longestLine } from './record-meeting.form.ts'

const line = { field: 'words', max: longestLine, lines: 'one', optional: 'as-asked' } as const

export type Draft = { readonly meeting: Meeting; readonly proposals: readonly Proposal[]; readonly ref: string }

/** Grows with every recording, every action and every correction of one, so that no two states of the record have the same. */
export const stateOf = ({ meeting, proposals }: Draft): number =>
  proposals.reduce((all, { corrections }) => all + 1 + corrections, meeting.recordings)

export const decisionName = (place: number): string => `decision-${place}`
export const whatName = ({ id }: Proposal): string => `what-${id}`
export const knowName = ({ id }: Proposal): string => `know-${id}`

export function recordedDecisions({ record }: Meeting): readonly Typed[] {
  const decided = record.find(({ name }) => name === 'decisions')
  return decided ? decisionLines(decided.words.reveal()).map((words) => new Typed(words)) : []
}

export function draftFields({ meeting, proposals }: Draft, partnership: Partnership): Fields {
  const decisions = recordedDecisions(meeting).map((_, place) => [
    decisionName(place),
    { ...line, label: `Next step ${place + 1}` },
  ])
  const actions = proposals.flatMap((proposal, place) => {
    const owner = nameOf(partnership, proposal.owner)
    return [
      [whatName(proposal), { ...line, label: `Action ${place + 1}: ${owner}, by ${inWords(proposal.due)}` }],
      [knowName(proposal), { ...line, label: `Action ${place + 1}: how we will know` }],
    ]
  })
  return Object.fromEntries([...decisions, ...actions]) as Fields
}

export function draftForm(draft: Draft, partnership: Partnership): Form {
  const { meeting, proposals } = draft
  return safeguardedForm('Draft of the summary', partnership.urgent, {
    intro: [
      text(
        'Everybody in the case will get this in their chat. Check each line. It must not name the ' +
          'child, or say what only some people should know. To leave a line out, delete its words.',
      ),
    ],
    fields: draftFields(draft, partnership),
    values: {
      ...Object.fromEntries(recordedDecisions(meeting).map((words, place) => [decisionName(place), filled(words)])),
      ...Object.fromEntries(
        proposals.flatMap((proposal) => [
          [whatName(proposal), filled(wordsOf(proposal, 'what'))],
          [knowName(proposal), filled(wordsOf(proposal, 'know'))],
        ]),
      ),
    },
    ...(proposals.length > 0 && {
      outro: [text('An owner or a date is corrected on the page of the case: "Correct an action".')],
    }),
    submit: { label: 'Approve and post', ask: { ask: 'approve-summary', meeting: meeting.id, drawn: stateOf(draft) } },
  })
}

const wordsOf = ({ words }: Proposal, wanted: 'what' | 'know'): Typed =>
  words.find(({ name }) => name === wanted)?.words ?? new Typed('')
