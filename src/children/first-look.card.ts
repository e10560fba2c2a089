/** Asks a social worker to check the children that a return gave them. */
import { button, card, text, type Card } from '../display/card.ts'

/** An import starts nothing: a child's ladders start when the social worker has said what exists already. */
export function firstLookCard(children: number): Card {
  const counted = children === 1 ? '1 child' : `${children} children`
  return card(
    `First look: ${counted} to check`,
    [
      text(
        `The return of the authority names you as the social worker of ${counted} whom nobody has checked here yet. ` +
          'It says nothing of permanence plans or health assessments: record what exists already.',
      ),
      text('No reminder about a child starts before you have confirmed it.'),
    ],
    [button('Open the first look', { ask: 'open-first-look' }, 'primary')],
  )
}
