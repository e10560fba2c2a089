/**
 * The same person raised the same case before: by another number of the child, or before a coordinator found it. To those of the case
 * that is one raising; its raiser goes on seeing both, since one would tell them that two numbers are of one child.
 */
import type { Raising } from './case.ts'

/** `raisings`: of the case, in their order. A disagreement is another thing, since others settle it; so is what is named to the IRO alone. */
export function raisedBefore(
  raisings: readonly Raising[],
  { id, by, theme, namedTo }: Pick<Raising, 'id' | 'by' | 'theme' | 'namedTo'>,
): Raising | undefined {
  const own = raisings.findIndex((one) => one.id === id)
  return (own === -1 ? raisings : raisings.slice(0, own)).find(
    (one) =>
      one.by === by &&
      !one.withdrawnAt &&
      one.namedTo === namedTo &&
      (theme !== 'disagreement' || one.theme === 'disagreement'),
  )
}
