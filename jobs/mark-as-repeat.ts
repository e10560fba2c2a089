/** Marks a message that may have arrived already. */
import { text, type Card } from '../src/display/card.ts'

/** For a message that may have been posted without our having a receipt. */
export const markAsRepeat = (card: Card): Card => ({
  ...card,
  body: [...card.body, text('You may already have this message. The connection was lost while it was being sent.')],
})
