/** What somebody else was asked for or had agreed to do, with the answers that its owner can give. */
import type { Action } from '../actions/action.ts'
import { actionFacts, answerButtons } from '../actions/action.card.ts'
import { inWords } from '../calendar/in-words.ts'
import { button, card, text, type Card } from '../display/card.ts'
import { dutyButtons, dutyFacts } from '../duties/duty.card.ts'
import { dutyInWords, type Duty } from '../duties/duty.ts'

const itWasWith = (name: string) => text(`It was with ${name}. If it is not yours, pass it on.`)

export const actionYoursCard = (action: Action, before: string): Card =>
  card(
    `Case ${action.ref}: you take over an action, due ${inWords(action.due)}`,
    [itWasWith(before), actionFacts(action)],
    answerButtons(action),
  )

export const dutyYoursCard = (duty: Duty, before: string): Card =>
  card(
    `Child ${duty.ref}: you take over the ${dutyInWords[duty.kind]}`,
    [itWasWith(before), dutyFacts(duty)],
    [...dutyButtons(duty), button('Which child?', { ask: 'open-duty', duty: duty.id })],
  )
