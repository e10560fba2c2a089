/** What waits for a person, at the top of their own page. */
import { button, card, row, rowsAtMost, text, type Button, type Card } from './display/card.ts'
import type { Waits } from './ports/waits.ts'

export function waitsCard(waits: readonly Waits[]): Card {
  if (waits.length === 0) return card('Nothing waits for an answer from you', [])
  const more = waits.length - rowsAtMost
  return card(`Waiting for you: ${waits.length}`, [
    ...waits.slice(0, rowsAtMost).map(({ says, button: press }) => row(says, pressOf(press))),
    ...(more > 0 ? [text(`And ${more} more, which show when some of these are done.`)] : []),
  ])
}

/** Of several times one is chosen where all of them stand. */
const pressOf = (press: Button): Button =>
  press.ask.ask === 'pick-slot' ? button('Choose a time', { ask: 'open-run-sheet', meeting: press.ask.meeting }) : press
