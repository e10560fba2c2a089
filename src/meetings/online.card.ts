/** The link of a meeting that is held online, and what its chair can do ahead of it. */
import type { Case } from '../cases/case.ts'
import { joinLink } from '../cases/join-link.ts'
import { button, card, text, type Button, type Card, type LinkBlock } from '../display/card.ts'
import type { Meeting } from './meeting.ts'

export const joinBlocks = ({ online }: Meeting): readonly LinkBlock[] => (online ? [joinLink(online.address)] : [])

/** For the chair alone. */
export const linkButton = ({ id, online }: Meeting): Button =>
  button(online ? 'Use another link' : 'Add an online link', { ask: 'open-meeting-link', meeting: id })

/** For the chair alone. */
export const noteTakerButton = ({ id, noteTaker }: Meeting): Button =>
  button(noteTaker ? 'Name another note-taker' : 'Name the note-taker', { ask: 'open-note-taker', meeting: id })

/** The same card, with what only its chair can do. */
export const withChairButtons = (shown: Card, meeting: Meeting): Card => ({
  ...shown,
  buttons: [...shown.buttons, linkButton(meeting), noteTakerButton(meeting)],
})

export const onlineCard = (stuck: Case, meeting: Meeting): Card =>
  card(
    `Case ${stuck.ref}: the link to the meeting`,
    [
      text(
        meeting.online && meeting.online.given > 1
          ? 'The meeting has a new link. Please use this one, not the old one.'
          : 'You can join the meeting online. The link is only for people who are invited, so please do not pass it on.',
      ),
      ...joinBlocks(meeting),
    ],
    [button('Open the case', { ask: 'open-case', case: stuck.id })],
  )
