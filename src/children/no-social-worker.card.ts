/** Tells that children have no social worker. */
import { button, card, list, text, type Card } from '../display/card.ts'

/** The most references that are listed; the card says how many more there are. */
const listed = 20

export function noSocialWorkerCard(references: readonly string[]): Card {
  const more = references.length - listed
  return card(
    references.length === 1 ? '1 child has no social worker' : `${references.length} children have no social worker`,
    [
      text(
        `Nobody is asked to check ${references.length === 1 ? 'this child' : 'these children'}, and nobody gets reminders ` +
          'about them. Please correct the allocations and import the return again.',
      ),
      list(references.slice(0, listed).map((ref) => `Child ${ref}`)),
      ...(more > 0 ? [text(`And ${more} more.`)] : []),
    ],
    [button('Help', { ask: 'open-help' })],
  )
}
