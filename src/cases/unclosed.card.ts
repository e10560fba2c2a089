/** What is said of a case in which nothing is left to do. */
import { button, card, text, type Card } from '../display/card.ts'
import type { Case } from './case.ts'

export const unclosedCard = ({ ref, id }: Case): Card =>
  card(
    `Case ${ref}: ready to be closed`,
    [text('Everything that was agreed is done, so nobody gets reminders. Please close the case.')],
    [
      button('Close the case', { ask: 'open-close-case', case: id }, 'primary'),
      button('Open the case', { ask: 'open-case', case: id }),
    ],
  )

export const unclosedForIroCard = ({ ref, id }: Case): Card =>
  card(
    `Case ${ref}: done, and not closed`,
    [text('Everything that was agreed is done. The chair has been asked to close the case.')],
    [button('Open the case', { ask: 'open-case', case: id })],
  )
