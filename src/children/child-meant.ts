/** The one child who can have a case, and whom all that was given fits; nobody where two things disagree, so that a person decides. */
import type { World } from '../ports/world.ts'
import { canHaveCase } from './can-have-case.ts'
import type { Child } from './child.ts'
import { foundByName, numbersMeant, type FoundBy, type GivenChild } from './given-child.ts'
import type { ChildrenNeeds } from './needs.ts'

export async function childMeant(
  world: Pick<World<ChildrenNeeds>, 'tx' | 'partnership'>,
  { number, name, born }: GivenChild,
): Promise<Child | undefined> {
  const byNumber = number ? await withCases(world, numbersMeant(number)) : []
  const byName = name && born ? await withCases(world, foundByName(name, born)) : []
  const [child, another] = number ? byNumber : byName
  if (!child || another) return undefined
  // Names are rarely in the record: one that finds nobody says nothing against a number.
  if (byName.some(({ id }) => id !== child.id)) return undefined
  return born && born !== child.birthday.reveal() ? undefined : child
}

/** Each child once, however many of its numbers were meant. */
async function withCases(
  { tx, partnership }: Pick<World<ChildrenNeeds>, 'tx' | 'partnership'>,
  meant: readonly FoundBy[],
): Promise<readonly Child[]> {
  const found = new Map<string, Child>()
  for (const { kind, words } of meant)
    for (const child of await tx.childrenFoundBy(kind, words))
      if (canHaveCase(child, partnership)) found.set(child.id, child)
  return [...found.values()]
}
