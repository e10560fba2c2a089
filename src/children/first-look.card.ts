/** Asks a social worker to check the children that a return gave them. */
import { button, card, text, type Card } from '../display/card.ts'

/** An import starts nothing: a child's ladders start when the social worker has said what exists already. */
export function firstLookCard(children: number): Card {
  const counted = children === 1 ? '1 child' : `${children} children`
  return card(
    `First look: ${counted} to check`,
    [
      text(
        `The authority's return names you as the social worker for ${counted}. Please check what is recorded here. ` +
          'The return does not include permanence plans or health assessments, so record any that exist.',
      ),
      text('Reminders about a child start only when you have confirmed that child.'),
    ],
    [button('Open the first look', { ask: 'open-first-look' }, 'primary')],
  )
}
