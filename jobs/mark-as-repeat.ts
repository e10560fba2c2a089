/** Marks a message that may have arrived already. */
import { text, type Card } from '../src/display/card.ts'

/** Said when nobody can tell whether the first attempt arrived. */
export const markAsRepeat = (card: Card): Card => ({
  ...card,
  body: [...card.body, text('You may have had this message already: the connection was lost while it was sent.')],
})
