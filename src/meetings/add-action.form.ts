/** An action in four answers: what, who, by when, how we will know. A page has room for several. */
import { judgesOptions, onlyTheseKinds, ownerFrom } from '../actions/kind.ts'
import { toldApart } from '../people/colleague-field.ts'
import { nameOf } from '../people/name-of.ts'
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { furthestDay } from '../calendar/furthest-day.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { list } from '../display/card.ts'
import type { Form, Option } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { heading } from '../display/reading.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { judges } from '../parts/judges.ts'
import { hears } from '../parts/hears.ts'
import { leadOf, personById } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { Proposal } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'
import type { OwnMeeting } from './own-meeting.ts'
import { longestLine } from './record-meeting.form.ts'
import { againAsked } from './several-actions.ts'

export const actionFields = (world: World<MeetingsNeeds>, own: OwnMeeting) =>
  fields({
    what: { field: 'words', label: 'What will be done?', max: longestLine, lines: 'one' },
    ...whoAndWhen(world, own),
    know: { field: 'words', label: 'How will we know it is done?', max: longestLine, lines: 'one' },
  })

export function whoAndWhen(world: World<MeetingsNeeds>, { parts, stuck }: OwnMeeting) {
  const { partnership } = world
  const judge = judges(partnership, stuck)
  const invited = hears(parts, 'news').to.map(({ person }) => person)
  const leads = invited.flatMap((id) => {
    const person = personById(partnership, id)
    return person ? [leadOf(partnership, person)] : []
  })
  const today = dayOf(world.now)
  return fields({
    owner: {
      field: 'choice',
      label: 'Who does it?',
      hint: onlyTheseKinds,
      options: toldApart(
        partnership,
        [...new Set([...invited, ...leads])].flatMap((id): readonly Option[] => {
          const name = nameOf(partnership, id)
          return judge.has(id) ? judgesOptions(id, name) : [{ value: id, label: name }]
        }),
        ({ value }) => ownerFrom(value).owner,
      ),
    },
    due: { field: 'day', label: 'By when?', earliest: today, latest: furthestDay(today) },
  })
}

export async function actionForm(world: World<MeetingsNeeds>, own: OwnMeeting): Promise<Form> {
  const proposals = await world.tx.proposalsOf(own.meeting.id)
  const lines = proposals.map((proposal, place) => proposalInWords(world.partnership, proposal, place))
  return safeguardedForm('Add an action', world.partnership.urgent, {
    intro: lines.length > 0 ? [heading('Added so far'), list(lines)] : [],
    ...againAsked(actionFields(world, own), proposals.length),
    submit: { label: 'Add', ask: { ask: 'add-action', meeting: own.meeting.id } },
  })
}

/** `place` counts from 0. */
export const proposalInWords = (partnership: Partnership, { owner, due }: Proposal, place: number): string =>
  `${place + 1}. ${nameOf(partnership, owner)}, by ${inWords(due)}`
