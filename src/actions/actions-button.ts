/** The way on to one's own open actions, from a sentence that says what was done with one. */
import { button, type Button } from '../display/card.ts'

export const actionsButton: Button = button('My actions', { ask: 'open-actions' })
