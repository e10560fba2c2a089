/** What others are told when an owner or the chair has answered for an action. */
import { inWords } from '../calendar/in-words.ts'
import { button, card, text, type Card } from '../display/card.ts'
import type { Action } from './action.ts'
import { actionFacts, answerButtons, openButton } from './action.card.ts'

export const doneCard = (action: Action, ownerName: string): Card =>
  card(
    `Case ${action.ref}: an action is done`,
    [text(`${ownerName} has done ${action.tells ? 'this' : 'what was agreed'}.`), actionFacts(action, ownerName)],
    [openButton(action.id)],
  )

export const allDoneCard = (action: Action, count: number): Card =>
  card(
    `Case ${action.ref}: all actions are done`,
    [text(count === 1 ? 'The only action for this case is done.' : `All ${count} actions for this case are done.`)],
    [
      button('Close the case', { ask: 'open-close-case', case: action.case }, 'primary'),
      button('Open the case', { ask: 'open-case', case: action.case }),
    ],
  )

export const movedCard = (action: Action, ownerName: string): Card =>
  card(
    `Case ${action.ref}: an action has a new date, ${inWords(action.due)}`,
    [text(`${ownerName} has changed the date. From now on, only you can change it.`), actionFacts(action, ownerName)],
    [openButton(action.id)],
  )

export const movedWithMeeting = 'The meeting has another time, so this is due on another day.'

/** Of a family that had been told of the time before. */
export const knowTheTimeBefore =
  'The meeting has another time, and it is recorded that they were told of the one before.'

/** Of the meeting; new times are offered to its chair. */
export const timeTakenBack =
  'The time of the meeting was taken back. This is due on the new day if the earliest of the times that are offered now is chosen.'

export const movedForYouCard = (action: Action, why = 'The chair has changed the date.'): Card =>
  card(
    `Case ${action.ref}: your action has a new date, ${inWords(action.due)}`,
    [text(why), actionFacts(action)],
    answerButtons(action),
  )
