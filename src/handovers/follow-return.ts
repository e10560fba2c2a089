/**
 * A return names another social worker or IRO for a child: the open case and the open duties go with the child, and who takes
 * over a case is told where it stands, as when somebody takes over from a leaver.
 */
import type { Case } from '../cases/case.ts'
import type { ChangedHands, Reallocated } from '../children/merge-needs.ts'
import type { Duty } from '../duties/duty.ts'
import { handedDuty } from '../duties/handed-duty.ts'
import type { ChildId, PersonId } from '../ids.ts'
import { tellOvertaken } from '../parts/hand-to.ts'
import { personById } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { Held } from './held.ts'
import { moveCasePart } from './move-case-part.ts'
import { tellIroOfChildren } from './iro-hears.ts'
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
    const gone = await tx.passDuties(passed)
    for (const { duty, to } of passed.filter((one) => gone.includes(one.duty.id)))
      if (duty.offer) await tellOvertaken(world, { ...handedDuty(world, duty), offer: duty.offer }, to)
    for (const { id, child } of cases) {
      const reallocated = byId.get(child)
      const stuck = await tx.caseById(id)
      if (reallocated && stuck) await follow(world, stuck, reallocated)
    }
    const withCase = cases.filter((stuck) =>
      isAnother(stuck.socialWorker, namedAs(byId.get(stuck.child), 'social-worker')),
    )
    const alone = passed.filter(({ duty }) => !withCase.some(({ child }) => child === duty.child))
    await takeOverDuties(world, alone, byId)
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
  const isTheirs = duty.owner === reallocated?.before.socialWorker || duty.owner === duty.disownedBy
  return to && isTheirs && duty.owner !== to ? [{ duty, to }] : []
}

/** Of children without a case that changed hands: the new social worker reads where each stands, and the IRO hears of it. */
async function takeOverDuties(
  world: World<FollowNeeds>,
  passed: readonly { duty: Duty; to: PersonId }[],
  byId: ReadonlyMap<ChildId, Reallocated>,
): Promise<void> {
  const children = new Map(passed.map(({ duty, to }) => [duty.child, { ref: duty.ref, from: duty.owner, to }]))
  const groups = new Map<string, Held[]>()
  for (const [child, { ref, from, to }] of children) {
    const held: Held = { part: 'child-social-worker', thing: child, ref, child, holder: from }
    groups.set(`${from} ${to}`, [...(groups.get(`${from} ${to}`) ?? []), held])
    await endTakingOver(world, { child }, from)
  }
  for (const [pair, held] of groups) {
    const to = personById(world.partnership, pair.split(' ')[1] as PersonId)
    if (to) await startTakingOver(world, held, to)
  }
  await tellIroOfChildren(
    world,
    [...children].map(([child, one]) => ({ ...one, iro: byId.get(child)?.iro })),
  )
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
