/** The one child in care whom all that was given fits; nobody where two things disagree, so that a person decides. */
import type { World } from '../ports/world.ts'
import type { Child } from './child.ts'
import { foundByName, numbersMeant, type FoundBy, type GivenChild } from './given-child.ts'
import type { ChildrenNeeds } from './needs.ts'

export async function childMeant(
  { tx }: Pick<World<ChildrenNeeds>, 'tx'>,
  { number, name, born }: GivenChild,
): Promise<Child | undefined> {
  const byNumber = number ? await inCare(tx, numbersMeant(number)) : []
  const byName = name && born ? await inCare(tx, foundByName(name, born)) : []
  const [child, another] = number ? byNumber : byName
  if (!child || another) return undefined
  // Names are rarely in the record: one that finds nobody says nothing against a number.
  if (byName.some(({ id }) => id !== child.id)) return undefined
  return born && born !== child.birthday.reveal() ? undefined : child
}

/** Each child once, however many of its numbers were meant. */
async function inCare(tx: ChildrenNeeds, meant: readonly FoundBy[]): Promise<readonly Child[]> {
  const found = new Map<string, Child>()
  for (const { kind, words } of meant)
    for (const child of await tx.childrenFoundBy(kind, words)) if (child.scope === 'in') found.set(child.id, child)
  return [...found.values()]
}
