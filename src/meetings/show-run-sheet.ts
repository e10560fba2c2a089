/** What the chair reads from: the child first, then each agency's view, side by side, then the questions of the meeting. */
import { isRefusal } from '../display/refusal.ts'
import { mayReadWords, raisedBlocks, type MayRead } from '../cases/raised-blocks.ts'
import { knowsOfMeeting } from '../cases/family-blocks.ts'
import { reportedBlocks } from '../concerns/reported-blocks.ts'
import { button, list, text, type Button } from '../display/card.ts'
import type { Answer } from '../display/answer.ts'
import { heading, reading, words } from '../display/reading.ts'
import type { MeetingId } from '../ids.ts'
import { scalesCompared } from '../inputs/scales-compared.ts'
import { fitTogether, given, saidBy, viewButtons } from '../inputs/show-views.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { agencyOf } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import { whoAnswered } from './who-answered.ts'
import { hasBegun } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'
import { timeButtons } from './offer.card.ts'
import { meetingFor, type OwnMeeting } from './own-meeting.ts'

/** It may be read from a screen that all can see: without names, or the words of who is named to the IRO alone. */
const onAScreen = (person: OwnMeeting['by']): MayRead => ({ person, names: false, allNames: false, allWords: false })

export async function showRunSheet(world: World<MeetingsNeeds>, by: PartnershipPerson, id: MeetingId): Promise<Answer> {
  const { tx, partnership, now } = world
  const own = await meetingFor(world, by, id, 'run-sheet')
  if (isRefusal(own)) return own
  const { stuck, meeting } = own
  const requests = await tx.requestsOf(stuck.id)
  const raisings = await tx.raisingsOf(stuck.id)
  const reader = onAScreen(own.by)
  const views = given(requests)
  const together = fitTogether(views)
  const compared = scalesCompared(views, partnership)
  return reading(
    `Run sheet ${stuck.ref}`,
    [
      text(`${meeting.minutes} minutes. Start with why we are here. Nobody is being blamed.`),
      ...(await knowsOfMeeting(world, stuck, own.parts, own.by)),
      ...(await reportedBlocks(world, { id: stuck.id, raisings }, reader)),
      heading('1. What the child says'),
      ...raisings
        .filter((raising) => mayReadWords(raising, reader))
        .flatMap((raising) =>
          raising.words
            .filter(({ name }) => name.startsWith('childSays'))
            .map((said) => words(said.question, said.words)),
        ),
      ...views.flatMap((request) => saidBy(request, partnership, ['childTold'])),
      heading('2. What is stuck'),
      ...raisings.flatMap((raising) => raisedBlocks(raising, partnership, reader, raisings)),
      ...(await tx.confirmationOf(stuck.id)).map((reason) => words(reason.question, reason.words)),
      heading('3. Each agency, without interruption'),
      list(await whoAnswered(world, stuck)),
      ...(compared.length > 0 ? [text('Where each of us says that we are today:'), list(compared)] : []),
      ...(together
        ? views.flatMap((request) => [
            heading(agencyOf(partnership, request).name),
            ...saidBy(request, partnership, ['worries', 'works', 'keepsStuck', 'needs', 'scale', 'onePointUp']),
          ])
        : [text('Use the buttons below to open each view.')]),
      heading('4. Thinking together'),
      list([
        'Where do our numbers differ, and what does each of us know that the others do not?',
        'What keeps us stuck, including our own part?',
        'What would the child notice if we moved one point up?',
        'What have we found hard to say?',
      ]),
      heading('5. What we agree'),
      text("Next steps for the child's plan, in a sentence each. Actions: what, who, by when, how we will know."),
    ],
    [...nextButtons(own, now), ...(together ? [] : viewButtons(views, partnership))],
  )
}

const nextButtons = (own: OwnMeeting, now: Date): readonly Button[] =>
  own.meeting.state === 'offered' && own.stuck.state !== 'closed'
    ? timeButtons(own.meeting, now)
    : recordButtons(own, now)

const recordButtons = ({ meeting, stuck }: OwnMeeting, now: Date): readonly Button[] =>
  !hasBegun(meeting, now) || meeting.state === 'approved' || stuck.state === 'closed'
    ? []
    : [
        button('Record the meeting', { ask: 'open-record', meeting: meeting.id }, 'primary'),
        button('Add an action', { ask: 'open-add-action', meeting: meeting.id }),
        button('Draft the summary', { ask: 'open-summary-draft', meeting: meeting.id }),
      ]
