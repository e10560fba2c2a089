/** Asks a social worker to check the children that a return gave them, and tells others when it is not done. */
import { button, card, text, type Card } from '../display/card.ts'

const counted = (children: number): string => (children === 1 ? '1 child' : `${children} children`)

const openButton = button('Open the first look', { ask: 'open-first-look' }, 'primary')

/** An import starts nothing: a child's ladders start when the social worker has said what exists already. */
export function firstLookCard(children: number): Card {
  return card(
    `First look: ${counted(children)} to check`,
    [
      text(
        `The authority's return names you as the social worker for ${counted(children)}. ` +
          'It does not include permanence plans or health assessments: please record any that exist.',
      ),
    ],
    [openButton],
  )
}

export const firstLookAgainCard = (children: number): Card =>
  card(
    `First look: ${counted(children)} still to check`,
    [
      text(
        'Nobody gets reminders about a child until you have confirmed that child. If a child is not yours, say so there.',
      ),
    ],
    [openButton],
  )

/** For others, who cannot do it in their place. */
export const firstLookWaitsCard = (name: string, children: number, whose = ''): Card =>
  card('First look: not done yet', [
    text(
      `${name} has not yet checked ${counted(children)}${whose}. Nobody gets reminders about a child until the social ` +
        'worker has confirmed that child. Please ask what is in the way.',
    ),
  ])
