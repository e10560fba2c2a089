/** A child in a list of one's own: which child it is, in one line. */
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { Typed } from '../display/typed.ts'
import type { World } from '../ports/world.ts'
import type { Child } from './child.ts'
import type { ChildrenNeeds } from './needs.ts'
import { childInOneLine, knownOf } from './which-child.ts'

/** `line` identifies the child, so it is shown in an opened form only. */
export type Own<One extends Child> = One & { readonly line?: Typed }

export async function withLines<One extends Child>(
  { tx, partnership }: World<ChildrenNeeds>,
  by: PartnershipPerson,
  children: readonly One[],
): Promise<readonly Own<One>[]> {
  const confirmed = await tx.confirmedIdentities(children.map(({ id }) => id))
  return children.map((child) => ({
    ...child,
    line: childInOneLine(partnership, by, knownOf(child, confirmed.get(child.id))).line,
  }))
}
