/** Whether those who raised a case have withdrawn it, and how that is said to the people who are asked to confirm it. */
import { askingFirst, button, text, type Button, type Card } from '../display/card.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { namedToIroAlone, nameOf } from '../people/name-of.ts'
import type { Case, Raising } from './case.ts'

export type Withdrawn = {
  /** Nobody who raised it still asks for it: who can confirm it can end it by one press. */
  readonly all: boolean
  /** Who has withdrawn it, each once; nobody by name who is named to the IRO alone. */
  readonly by: readonly string[]
}

/** Undefined where nobody has. */
export function withdrawnFrom(raisings: readonly Raising[], partnership: Partnership): Withdrawn | undefined {
  const those = raisings.filter(({ withdrawnAt }) => withdrawnAt)
  if (those.length === 0) return undefined
  const by = those.map((one) => (one.namedTo === 'iro' ? namedToIroAlone : nameOf(partnership, one.by)))
  return { all: those.length === raisings.length, by: [...new Set(by)] }
}

export const allWithdrawn = (raisings: readonly Raising[]): boolean =>
  raisings.length > 0 && raisings.every(({ withdrawnAt }) => withdrawnAt !== undefined)

/** What asks for a confirmation says that it was withdrawn, by whom, and what can be done instead. */
export function sayingWithdrawn(
  asks: Card,
  { id, ref }: Case,
  withdrawn: Withdrawn | undefined,
  closes: boolean,
): Card {
  if (!withdrawn) return asks
  const { all, by } = withdrawn
  const who = by.join(', ')
  const says = all
    ? `Everybody who raised this case has withdrawn it: ${who}. If nothing is stuck, end it. If something is, confirm it.`
    : `Somebody who raised this case has withdrawn it: ${who}. Others have not. If nothing is stuck, it has to be closed.`
  return {
    ...asks,
    body: [text(says), ...asks.body],
    buttons: [
      ...(all
        ? [endButton({ id, ref })]
        : closes
          ? [button('Propose to close', { ask: 'open-close-case', case: id })]
          : []),
      ...asks.buttons,
    ],
  }
}

export const endButton = ({ id, ref }: Pick<Case, 'id' | 'ref'>): Button =>
  askingFirst(button('End the case', { ask: 'end-withdrawn', case: id }), {
    asks: `End case ${ref}?`,
    says: 'Nobody is asked for a view. The social worker and the IRO are told. It cannot be opened again.',
    yes: 'Yes, end the case',
  })
