/** The reminder of an action: to its owner on every rung, to the lead and the IRO when it is overdue. */
import { button, card, row, text, type Card, type CardBlock } from '../display/card.ts'
import { toldToo, whyTold, type Reminding } from '../people/reminding.ts'
import type { Action } from './action.ts'
import { notAcceptedYet } from '../parts/offer.card.ts'
import { actionFacts, answerButtons, offeringButtons, openButton, standsAt } from './action.card.ts'

export function actionReminderCard(action: Action, reminding: Reminding): Card {
  const { as, ownerName, inPlaceOf, opens, today, calendar, offeredTo } = reminding
  const mine = as === 'owner'
  return card(
    `Case ${action.ref}: ${mine && !inPlaceOf ? 'your action' : 'an action'} is ${standsAt(action, today, calendar)}`,
    [
      text(mine ? toOwner(action, reminding) : `${ownerName} is responsible for this. ${whyTold[as]}`),
      ...(inPlaceOf ? [text(`You are getting this because ${inPlaceOf} is away.`)] : []),
      ...(offeredTo ? [text(notAcceptedYet(offeredTo))] : []),
      ...(opens ? [actionFacts(action, mine && !inPlaceOf ? undefined : ownerName)] : []),
    ],
    mine
      ? [...(offeredTo ? offeringButtons(action) : answerButtons(action)), openButton(action.id)]
      : opens
        ? [openButton(action.id)]
        : [],
  )
}

function toOwner({ moves }: Action, reminding: Reminding): string {
  const mayMoveIt = moves === 0
  if (reminding.rung === 'coming')
    return mayMoveIt
      ? 'If you cannot keep the date, give a new one now.'
      : 'If you cannot keep the date, tell the chair now. Only the chair can change it again.'
  const tooLate = mayMoveIt ? 'give a new date' : 'tell the chair. Only the chair can change the date again'
  const asked = `If it is done, say so. If you cannot do it today, ${tooLate}.`
  return [toldToo(reminding, 'it is done'), asked].filter(Boolean).join(' ')
}

/** The same as one line of a digest. */
export function actionLine(
  action: Action,
  { as, ownerName, inPlaceOf, opens, today, calendar, offeredTo }: Reminding,
): CardBlock {
  const whose = as === 'owner' && !inPlaceOf ? 'your action' : `${ownerName}'s action`
  const stands = `Case ${action.ref}: ${whose} is ${standsAt(action, today, calendar)}.${offeredTo ? ` ${notAcceptedYet(offeredTo)}` : ''}`
  return opens
    ? row(`${stands} ${action.what}`, button('Open', { ask: 'open-action', action: action.id }))
    : text(stands)
}
