/** A list that is longer than a page, and the way on. */
import type { Ask } from '../vocabulary.ts'
import { button, card, type Card } from './card.ts'

/** Of a page of 100 blocks (Slack's limit on an App Home), those shown whole take up to five each, the others a row. */
export const shownWhole = 10
export const onAPageOfBoth = 40

type Page<Thing> = {
  readonly shown: readonly Thing[]
  readonly left: number
  /** Where the next page begins. */
  readonly next: number
}

/** A page from this place on; the first, where the list has become shorter than that since the button was drawn. */
export function pageOf<Thing>(all: readonly Thing[], wanted: number | undefined, size: number): Page<Thing> {
  const from = wanted !== undefined && wanted < all.length ? wanted : 0
  const next = Math.min(from + size, all.length)
  return { shown: all.slice(from, next), left: all.length - next, next }
}

export const moreCard = ({ left }: Page<unknown>, ask: Ask): readonly Card[] =>
  left > 0 ? [card(`${left} more`, [], [button('Show more', ask)])] : []
