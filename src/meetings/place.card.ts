/** Where a meeting is, in a room or online, and what its chair can do ahead of it. */
import type { Case } from '../cases/case.ts'
import { button, card, facts, link, text, type Button, type Card, type CardBlock } from '../display/card.ts'
import type { Meeting, Where } from './meeting.ts'

/** The way into a meeting that is held online, in the same words wherever it is shown. */
export const joinBlocks = ({ where }: Pick<Meeting, 'where'>): readonly CardBlock[] =>
  where?.address ? [link('Join the online meeting', where.address)] : []

export const placeBlocks = (meeting: Pick<Meeting, 'where'>): readonly CardBlock[] => [
  ...(meeting.where?.room ? [facts(['Where', meeting.where.room])] : []),
  ...joinBlocks(meeting),
]

/** It says when and where the meeting is at the moment of the press. */
export const meetingButton = ({ id }: Pick<Meeting, 'id'>): Button =>
  button('When and where', { ask: 'open-meeting', meeting: id })

const isPlaced = ({ where }: Meeting): boolean => where?.room !== undefined || where?.address !== undefined

/** For the chair alone. */
export const placeButton = (meeting: Meeting): Button =>
  button(isPlaced(meeting) ? 'Change where it is' : 'Say where it is', {
    ask: 'open-meeting-link',
    meeting: meeting.id,
  })

/** For the chair alone. */
export const noteTakerButton = ({ id, noteTaker }: Meeting): Button =>
  button(noteTaker ? 'Name another note-taker' : 'Name the note-taker', { ask: 'open-note-taker', meeting: id })

/** The same card, with what only its chair can do. */
export const withChairButtons = (shown: Card, meeting: Meeting): Card => ({
  ...shown,
  buttons: [...shown.buttons, placeButton(meeting), noteTakerButton(meeting)],
})

export const placeCard = (stuck: Case, meeting: Meeting, before: Where | undefined): Card =>
  card(
    `Case ${stuck.ref}: where the meeting is`,
    [text(whatIsNew(meeting.where, before)), ...placeBlocks(meeting)],
    [meetingButton(meeting), button('Open the case', { ask: 'open-case', case: stuck.id })],
  )

function whatIsNew(where: Where | undefined, before: Where | undefined): string {
  const another = before?.address !== undefined && where?.address !== before.address
  if (another)
    return where?.address
      ? 'The meeting has a new link. Please use this one, not the old one.'
      : 'The meeting is no longer online. Please do not use the old link.'
  if (before?.room !== undefined && where?.room !== before.room)
    return where?.room ? 'The meeting has moved to another room.' : 'The meeting no longer has a room. It is online.'
  return where?.address
    ? 'You can join the meeting online. The link is only for people who are invited, so please do not pass it on.'
    : 'The meeting has a room.'
}
