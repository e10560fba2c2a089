/** How an action looks in a chat: the first date and how often it was moved are always there. */
import { inWords } from '../calendar/in-words.ts'
import type { Day } from '../calendar/day.ts'
import { overdueInWords, sinceFirstDate } from '../calendar/overdue.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { button, card, facts, text, type Button, type Card, type CardBlock } from '../display/card.ts'
import type { ActionId } from '../ids.ts'
import { notAcceptedYet } from '../parts/offer.card.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import type { Standing } from '../permissions/may-see.ts'
import { mayMove, type Action } from './action.ts'
import { kindInWords } from './kind.ts'

export function actionFacts(action: Action, ownerName?: string): CardBlock {
  const { what, know, due, firstDue, moves, kind } = action
  return facts(
    ...(kind ? ([['Kind', kindInWords[kind]]] as const) : []),
    ['What', what],
    ['How we will know', know],
    ...(ownerName === undefined ? [] : ([['Responsible', ownerName]] as const)),
    ['Due', inWords(due)],
    ['First due', inWords(firstDue)],
    ['Date changed', timesInWords(moves)],
  )
}

/** Above a question about it: a form opens from where all of it was read. */
export const whichAction = ({ what, due }: Action): CardBlock => facts(['What', what], ['Due', inWords(due)])

function timesInWords(times: number): string {
  if (times === 0) return 'never'
  return times === 1 ? 'once' : `${times} times`
}

/** The answers that an owner can give, of whom `roles` says what else they are: a new date only where it would be taken. */
export const answerButtons = (
  { id, moves }: Pick<Action, 'id' | 'moves'>,
  roles: readonly Standing[] = ['owner'],
): readonly Button[] => [
  button('Done', { ask: 'open-complete-action', action: id }, 'primary'),
  ...(mayMove({ moves }, roles) === 'yes' ? [button('New date', { ask: 'open-move-action', action: id })] : []),
  button('Not mine', { ask: 'open-hand-over-action', action: id }),
]

/** Of an owner who has handed it to somebody. */
export const offeringButtons = (
  action: Pick<Action, 'id' | 'moves'>,
  roles?: readonly Standing[],
): readonly Button[] => [
  ...answerButtons(action, roles),
  button('Take it back', { ask: 'decline-action', action: action.id }),
]

/** Of the person who is asked to take it on. */
export const offeredButtons = (id: ActionId): readonly Button[] => [
  button('I have it', { ask: 'accept-action', action: id }, 'primary'),
  button('Not mine', { ask: 'decline-action', action: id }),
  openButton(id),
]

/** Which child it is about stands there: a card may not say so, since it lies in a history. */
export const openButton = (id: ActionId): Button => button('Open the action', { ask: 'open-action', action: id })

const agreedAtMeeting = 'The meeting agreed this action for you. You will get a reminder before it is due.'
const beforeTheMeeting =
  'The meeting has a time now. When the case was confirmed, the answer was that this is done before it.'

export const agreedCard = (action: Action, why = action.tells ? beforeTheMeeting : agreedAtMeeting): Card =>
  card(
    `Case ${action.ref}: your action, due ${inWords(action.due)}`,
    [text(why), actionFacts(action)],
    [...answerButtons(action), openButton(action.id)],
  )

/** Its owner had left, so it was theirs at once. */
export const givenCard = (action: Action, from: string): Card =>
  card(
    `Case ${action.ref}: an action is now yours, due ${inWords(action.due)}`,
    [text(`${from} has passed this action on to you. If it is not yours, pass it on.`), actionFacts(action)],
    [...answerButtons(action), openButton(action.id)],
  )

export const offerLines = (partnership: Partnership, { offer }: Pick<Action, 'offer'>): readonly CardBlock[] =>
  offer ? [text(notAcceptedYet(nameOf(partnership, offer.to)))] : []

/** Where an action stands today, such as `overdue by 2 working days`. */
export function standsAt({ due, firstDue }: Action, today: Day, calendar: WorkingCalendar): string {
  if (due < today) return overdueInWords(due, today, calendar)
  const now = due === today ? 'due today' : `due ${inWords(due)}`
  const since = sinceFirstDate(firstDue, today, calendar)
  return since ? `${now}, ${since}` : now
}
