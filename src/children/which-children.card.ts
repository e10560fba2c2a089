/** The way from a list to which children it is about: a list may lie in a history, and says it by reference alone. */
import { button, card, text, type Card } from '../display/card.ts'

export const whichChildrenButton = button('Which children?', { ask: 'open-which-children' })

export const whichChildrenCard: Card = card(
  'Which children are these?',
  [text('Opens numbers and dates of birth. Every time it is opened, it is recorded.')],
  [whichChildrenButton],
)
