/** What is said around a meeting: when it is, that it begins, and what is not done yet. */
import { nameOf } from '../people/name-of.ts'
import { instantInWords } from '../calendar/in-words.ts'
import type { Case } from '../cases/case.ts'
import { button, card, facts, text, type Card } from '../display/card.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { themeName } from '../partnership/theme-words.ts'
import { hasBegun, type Meeting } from './meeting.ts'
import { joinBlocks, meetingButton, placeButton } from './place.card.ts'

export const when = (stuck: Case, { startsAt, minutes, chair, where }: Meeting, partnership: Partnership) =>
  facts(
    ['When', startsAt ? instantInWords(startsAt) : 'not set'],
    ['Protected time', `${minutes} minutes`],
    ...(where?.room ? [['Where', where.room] as const] : []),
    ['Chair', nameOf(partnership, chair, 'the chair')],
    ['What is stuck', themeName(partnership, stuck.theme)],
  )

export const convenedCard = (stuck: Case, meeting: Meeting, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: the meeting is set`,
    [
      text('Please keep this time free. It is protected, so that we can think together.'),
      when(stuck, meeting, partnership),
    ],
    [meetingButton(meeting), button('Open the case', { ask: 'open-case', case: stuck.id })],
  )

export const tomorrowCard = (stuck: Case, meeting: Meeting, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: the meeting is on the next working day`,
    [when(stuck, meeting, partnership), ...joinBlocks(meeting)],
    [meetingButton(meeting), button('Open the case', { ask: 'open-case', case: stuck.id })],
  )

/** The same opening for everybody; the chair also gets the run sheet. */
export const openingCard = (stuck: Case, meeting: Meeting, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: the meeting is starting`,
    [
      text(
        'We are here because a plan is stuck, not because somebody failed. We hear the child first. Then each ' +
          'agency speaks without interruption. We ask what keeps us stuck, including our own part. We do what we agree.',
      ),
      when(stuck, meeting, partnership),
      ...joinBlocks(meeting),
    ],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )

export const chairCard = (stuck: Case, meeting: Meeting): Card =>
  card(
    `Case ${stuck.ref}: for the chair`,
    [text('The run sheet has every view. Record next steps and actions as you agree them.')],
    [
      button('Run sheet', { ask: 'open-run-sheet', meeting: meeting.id }, 'primary'),
      button('Record the meeting', { ask: 'open-record', meeting: meeting.id }),
      button('Add an action', { ask: 'open-add-action', meeting: meeting.id }),
      button('Draft the summary', { ask: 'open-summary-draft', meeting: meeting.id }),
      placeButton(meeting),
    ],
  )

/** Before the meeting it has nothing to press yet: its note-taker gets another one as it starts. */
export function noteTakerCard(
  stuck: Case,
  meeting: Meeting,
  now: Date,
  says = 'The chair has named you as the note-taker for this meeting.',
): Card {
  const title = `Case ${stuck.ref}: you are taking the notes`
  const { id, startsAt } = meeting
  if (startsAt && !hasBegun(meeting, now))
    return card(
      title,
      [text(`${says} You can record it from its start, on ${instantInWords(startsAt)}.`)],
      [button('Open the case', { ask: 'open-case', case: stuck.id })],
    )
  return card(
    title,
    [text(says)],
    [
      button('Record the meeting', { ask: 'open-record', meeting: id }, 'primary'),
      button('Add an action', { ask: 'open-add-action', meeting: id }),
    ],
  )
}

export const unfinishedCard = (stuck: Case, { id, state }: Meeting): Card =>
  state === 'offered'
    ? card(
        `Case ${stuck.ref}: no time has been chosen`,
        [text('The meeting has no time yet. Choose one of the times you were offered.')],
        [button('Read what was said', { ask: 'open-run-sheet', meeting: id })],
      )
    : card(
        `Case ${stuck.ref}: the summary has not been posted`,
        [text('What was agreed has not been posted, so nobody gets reminders about it.')],
        [
          button('Record the meeting', { ask: 'open-record', meeting: id }),
          button('Add an action', { ask: 'open-add-action', meeting: id }),
          button('Draft the summary', { ask: 'open-summary-draft', meeting: id }, 'primary'),
        ],
      )

export const unfinishedForIroCard = (stuck: Case): Card =>
  card(
    `Case ${stuck.ref}: the meeting has stalled`,
    [text('The chair has had two reminders. The meeting has no time, or its summary has not been posted.')],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )
