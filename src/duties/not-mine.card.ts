/** What is said when a social worker says that children of the first look are not theirs. */
import { button, card, list, row, text, type Card } from '../display/card.ts'
import type { ChildId } from '../ids.ts'

/** For the coordinators. */
export const notMineCard = (name: string, refs: readonly string[]): Card =>
  card(
    refs.length === 1 ? 'A child has no social worker' : `${refs.length} children have no social worker`,
    [
      text(
        `${name} says they are not the social worker for ${refs.length === 1 ? 'this child' : 'these children'}. ` +
          'Please correct the allocations in the return. They can take this back until somebody else has taken the child.',
      ),
      list(refs.map((ref) => `Child ${ref}`)),
    ],
    [button('Help', { ask: 'open-help' })],
  )

/** For the person who said it, ten children at most. */
export const givenBackCard = (children: readonly { readonly id: ChildId; readonly ref: string }[]): Card =>
  card(
    children.length === 1
      ? 'You said that a child is not yours'
      : `You said that ${children.length} children are not yours`,
    [
      text('If that was wrong, you can take it back until somebody else has taken the child.'),
      ...children.map(({ id, ref }) =>
        row(`Child ${ref}`, button('Take it back', { ask: 'take-back-child', child: id })),
      ),
    ],
  )

export const takenBackCard = (ref: string, name: string): Card =>
  card(`Child ${ref}: ${name} has taken back "not mine"`, [text('The child has a social worker again.')])
