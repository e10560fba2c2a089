/**
 * A return names another social worker or IRO for a child: the open case and the open duties go with the child, and who takes
 * over a case is told where it stands, as when somebody takes over from a leaver.
 */
import type { Case } from '../cases/case.ts'
import type { ChangedHands, Reallocated } from '../children/merge-needs.ts'
import type { Duty } from '../duties/duty.ts'
import type { PersonId } from '../ids.ts'
import { personById } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { Held } from './held.ts'
import { moveCasePart } from './move-case-part.ts'
import type { FollowNeeds } from './needs.ts'
import { aboutCaseOrChild, endTakingOver, startTakingOver } from './start-taking-over.ts'

/** Before the IRO hears of another social worker, the IRO is the one of today. */
const inOrder = ['iro', 'social-worker'] as const

/** What goes with these children, in two look-ups however many they are; nothing is changed by a preview. */
export async function followReturn(
  world: World<FollowNeeds>,
  children: readonly Reallocated[],
  preview: boolean,
): Promise<ChangedHands> {
  const { tx } = world
  if (children.length === 0) return { cases: 0, duties: 0 }
  const ids = children.map(({ child }) => child)
  const byId = new Map(children.map((one) => [one.child, one]))
  const cases = (await tx.openCasesOfChildren(ids)).filter((stuck) => changes(stuck, byId.get(stuck.child)))
  const passed = (await tx.openDutiesOfChildren(ids)).flatMap((duty) => passedOn(duty, byId.get(duty.child)))
  if (!preview) {
    await tx.passDuties(passed)
    for (const { id, child } of cases) {
      const reallocated = byId.get(child)
      const stuck = await tx.caseById(id)
      if (reallocated && stuck) await follow(world, stuck, reallocated)
    }
  }
  return { cases: cases.length, duties: passed.length }
}

const changes = (stuck: Case, reallocated: Reallocated | undefined): boolean =>
  inOrder.some((part) => isAnother(holderOf(stuck, part), namedAs(reallocated, part)))

const isAnother = (holder: PersonId | undefined, named: PersonId | undefined): named is PersonId =>
  named !== undefined && named !== holder

const holderOf = (stuck: Case, part: (typeof inOrder)[number]): PersonId | undefined =>
  part === 'iro' ? stuck.iro : stuck.socialWorker

const namedAs = (reallocated: Reallocated | undefined, part: (typeof inOrder)[number]): PersonId | undefined =>
  part === 'iro' ? reallocated?.iro : reallocated?.socialWorker

/** A duty that somebody else took on stays theirs. */
function passedOn(duty: Duty, reallocated: Reallocated | undefined): readonly { duty: Duty; to: PersonId }[] {
  const to = reallocated?.socialWorker
  return to && duty.owner === reallocated.before.socialWorker && duty.owner !== to ? [{ duty, to }] : []
}

async function follow(world: World<FollowNeeds>, stuck: Case, reallocated: Reallocated): Promise<void> {
  let today = stuck
  for (const part of inOrder) {
    const to = namedAs(reallocated, part)
    const successor = to && personById(world.partnership, to)
    const holder = holderOf(today, part)
    if (!successor || !isAnother(holder, to)) continue
    today = await moveCasePart(world, { case: today, holder }, part, successor)
    if (holder) await takeOver(world, today, { part, holder, reallocated }, successor)
  }
}

async function takeOver(
  world: World<FollowNeeds>,
  stuck: Case,
  { part, holder, reallocated }: { part: (typeof inOrder)[number]; holder: PersonId; reallocated: Reallocated },
  to: NonNullable<ReturnType<typeof personById>>,
): Promise<void> {
  const { child, ref } = reallocated
  const held: Held = {
    ...{ part: part === 'iro' ? 'child-iro' : 'child-social-worker', thing: child, ref, child },
    ...{ holder, case: stuck },
  }
  await endTakingOver(world, aboutCaseOrChild(held), holder)
  await startTakingOver(world, [held], to)
}
