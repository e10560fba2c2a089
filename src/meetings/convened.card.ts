/** What is said around a meeting: when it is, that it begins, and what is not done yet. */
import { instantInWords } from '../calendar/in-words.ts'
import { themeInWords, type Case } from '../cases/case.ts'
import { button, card, facts, text, type Card } from '../display/card.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { personById } from '../people/people.ts'
import type { Meeting } from './meeting.ts'
import { joinBlocks, linkButton } from './online.card.ts'

const when = (stuck: Case, { startsAt, minutes, chair }: Meeting, partnership: Partnership) =>
  facts(
    ['When', startsAt ? instantInWords(startsAt) : 'not set'],
    ['Protected time', `${minutes} minutes`],
    ['Chair', personById(partnership, chair)?.name ?? 'the chair'],
    ['What is stuck', themeInWords[stuck.theme]],
  )

export const convenedCard = (stuck: Case, meeting: Meeting, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: the meeting is set`,
    [text('Please keep this time free: it is protected for thinking together.'), when(stuck, meeting, partnership)],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )

export const tomorrowCard = (stuck: Case, meeting: Meeting, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: the meeting is on the next working day`,
    [when(stuck, meeting, partnership), ...joinBlocks(meeting)],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )

/** The same opening for everybody; the chair has the run sheet besides. */
export const openingCard = (stuck: Case, meeting: Meeting, partnership: Partnership): Card =>
  card(
    `Case ${stuck.ref}: the meeting opens`,
    [
      text(
        'We are here because a plan does not move, not because somebody failed. We hear the child first, then each ' +
          'agency without interruption, and ask what keeps us stuck, our own part included. What we agree, we do.',
      ),
      when(stuck, meeting, partnership),
      ...joinBlocks(meeting),
    ],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )

export const chairCard = (stuck: Case, meeting: Meeting): Card =>
  card(
    `Case ${stuck.ref}: for the chair`,
    [text('The run sheet holds every view that was given. Record decisions and actions as they are made.')],
    [
      button('Run sheet', { ask: 'open-run-sheet', meeting: meeting.id }, 'primary'),
      button('Record the meeting', { ask: 'open-record', meeting: meeting.id }),
      button('Add an action', { ask: 'open-add-action', meeting: meeting.id }),
      button('Draft the summary', { ask: 'open-summary-draft', meeting: meeting.id }),
      linkButton(meeting),
    ],
  )

export const noteTakerCard = (
  stuck: Case,
  { id }: Meeting,
  says = 'The chair named you as note-taker of this meeting.',
): Card =>
  card(
    `Case ${stuck.ref}: you take the notes`,
    [text(says)],
    [
      button('Record the meeting', { ask: 'open-record', meeting: id }, 'primary'),
      button('Add an action', { ask: 'open-add-action', meeting: id }),
    ],
  )

export const unfinishedCard = (stuck: Case, { id, state }: Meeting): Card =>
  state === 'offered'
    ? card(
        `Case ${stuck.ref}: no time has been chosen`,
        [text('The meeting has no time yet. The times that were offered are in the message before this one.')],
        [button('Read what was said', { ask: 'open-run-sheet', meeting: id })],
      )
    : card(
        `Case ${stuck.ref}: the summary is not out`,
        [text('What was agreed has not been posted, so nobody is reminded of it.')],
        [
          button('Record the meeting', { ask: 'open-record', meeting: id }),
          button('Add an action', { ask: 'open-add-action', meeting: id }),
          button('Draft the summary', { ask: 'open-summary-draft', meeting: id }, 'primary'),
        ],
      )

export const unfinishedForIroCard = (stuck: Case): Card =>
  card(
    `Case ${stuck.ref}: the meeting does not move`,
    [text('The chair was reminded twice: the meeting has no time, or its summary is not out.')],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )
