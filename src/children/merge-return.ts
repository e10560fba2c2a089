/**
 * Merges a staged return into what is known of the children, all of it or none: the store rolls back what was `stopped`. It starts no ladder: a child for whom
 * nobody has yet said what exists is put on the first-look list of the social worker, and waits there.
 */
import type { Day } from '../calendar/day.ts'
import { startClimb } from '../climbs/take-step.ts'
import { refused, type Refusal } from '../display/refusal.ts'
import { ChildId, type PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import { askForFirstLooks, newlyToConfirm } from './ask-for-first-look.ts'
import { mergeChild } from './merge-child.ts'
import type { ChangedHands, KeptChild, LastDays, MergeNeeds, Reallocated, StagedForMerge } from './merge-needs.ts'
import { noSocialWorker, noSocialWorkerPolicy } from './no-social-worker.ts'
import { changesIn, isTooMuch } from './mass-change.ts'
import { bornOtherwise, leftAloneIn } from './left-alone.ts'
import { takeForKnown } from './looks-known.ts'
import { mergeTally, type Counted } from './merge-tally.ts'
import { reallocatedOf } from './reallocated.ts'
import { referenceFrom } from './reference.ts'
import type { MergeReport, OlderReturn } from './return-report.ts'

export type MergeReturn = {
  readonly staging: string
  readonly dryRun: boolean
  /** How many children somebody expects to leave, to be new or to have another date. */
  readonly acceptChanges?: number | undefined
  /** It is known to be older than one that was merged. */
  readonly older?: boolean | undefined
  /** Of whose care a row could not be read, by their place in the header. */
  readonly unreadable?: ReadonlySet<number> | undefined
  /** Whose dates cannot all be true, by the same place. */
  readonly untrue?: ReadonlySet<number> | undefined
  /** Nobody gave the as-of day: it is the last day of which the return speaks, up to the day that it was staged for. */
  readonly asOfItsOwn?: boolean | undefined
  /** Of the demonstration: no return of an authority is held against it. */
  readonly invented?: boolean | undefined
}

/** Children in memory at a time. */
const atOnce = 5_000

/** What goes with children who have another social worker or IRO; in a dry run it is counted and not changed. */
type HandOn = (children: readonly Reallocated[]) => Promise<ChangedHands>

export async function mergeReturn(
  world: World<MergeNeeds>,
  ask: MergeReturn,
  handOn: HandOn,
): Promise<MergeReport | OlderReturn | Refusal> {
  const { tx } = world
  const staged = await tx.stagedReturn(ask.staging)
  if (!staged) return refused('no-longer-there')

  const lastDays = await tx.lastDays(ask.staging)
  const asOf = (ask.asOfItsOwn ? lastOf(lastDays.staged) : undefined) ?? staged.asOf
  const older = ask.older ? undefined : olderThan(lastDays)
  if (older) return older
  const taken = await takeForKnown(tx, ask.staging)
  const otherwise = await bornOtherwise(tx, ask.staging)
  const tally = mergeTally([...taken, ...otherwise])
  const isLeftAlone = leftAloneIn(ask, otherwise)
  const inCare = await tx.countInCare()
  const notInReturn = await tx.countNotInReturn(ask.staging)
  const newest = await tx.newestReturn()
  const newer = newest && newest > staged.asOf ? newest : undefined
  const changedHands = { cases: 0, duties: 0 }
  const lookers = new Set<PersonId>()
  let leftAlone = 0
  for await (const children of inBatches(tx, ask.staging)) {
    const readable = children.filter((one) => !isLeftAlone(one))
    leftAlone += children.length - readable.length
    const merged = readable
      .filter(({ leftOut }) => !leftOut)
      .map((child) => decide(asOf, newer ? withoutAllocations(child) : child))
    for (const one of merged) {
      tally.add(one)
      const looker = newlyToConfirm(one.merged.state, one.staged.known?.state)
      if (looker) lookers.add(looker)
    }
    const reallocated = ask.dryRun ? previewed(merged) : await keep(world, ask.staging, asOf, merged)
    const { cases, duties } = await handOn(reallocated)
    // After the duties: a press that passes one on locks the duty first and the child's log after it.
    if (!ask.dryRun) await tx.recordAllocated(reallocated)
    changedHands.cases += cases
    changedHands.duties += duties
  }
  const stopped = isTooMuch(tally.changes, inCare) && ask.acceptChanges !== changesIn(tally.changes)
  const report = tally.report({
    asOf,
    dryRun: ask.dryRun,
    leftAlone,
    notInReturn,
    firstLooks: lookers.size,
    changedHands,
    ...(newer && { newer }),
    ...(stopped && { stopped: { inCare } }),
  })
  if (!ask.dryRun && !stopped) {
    await askForFirstLooks(world, ask.staging, [...lookers])
    if (report.allocations.without > 0)
      await startClimb(world, noSocialWorker, noSocialWorkerPolicy(world.partnership.policies))
    const { inScope, changed, new: added } = report.children
    await tx.record({
      ...{ fact: 'return-merged', asOf, rows: { ...staged.rows }, inScope, changed: changed + added },
      ...(ask.invented ? { invented: true } : { lastDays: lastDays.staged }),
    })
  }
  return report
}

function olderThan({ staged, merged, refusing }: Awaited<ReturnType<MergeNeeds['lastDays']>>): OlderReturn | undefined {
  for (const file of ['episodes', 'reviews', 'allocations'] as const) {
    const [newest, before] = [staged[file], merged[file]]
    if (newest && before && newest < before && !refusing.has(file)) return { kind: 'older', file, newest, before }
  }
  return undefined
}

const lastOf = (days: LastDays): Day | undefined => Object.values(days).toSorted().at(-1)

/** The next batch is on its way while one is decided. */
async function* inBatches({ stagedChildren }: MergeNeeds, staging: string): AsyncGenerator<readonly StagedForMerge[]> {
  let next = stagedChildren(staging, 0, atOnce)
  for (let from = atOnce; ; from += atOnce) {
    const children = await next
    if (children.length === 0) return
    next = stagedChildren(staging, from, atOnce)
    next.catch(() => undefined) // said when it is awaited, unless an earlier failure ended the merge
    yield children
  }
}

type Decided = Counted & { readonly staged: StagedForMerge }

function decide(asOf: Day, staged: StagedForMerge): Decided {
  const { returned, known } = staged
  const merged = mergeChild(asOf, returned, known?.state)
  const changed = merged.changed || !known?.sameIdentity
  return {
    staged,
    child: staged.child,
    before: known?.state,
    merged,
    change: known ? (changed ? 'changed' : 'unchanged') : 'new',
  }
}

/** The newest return says who works with a child, also where an older one is merged after it. */
const withoutAllocations = ({ returned, ...child }: StagedForMerge): StagedForMerge => ({
  ...child,
  returned: child.known?.state.allocation ? { ...returned, allocations: [] } : returned,
})

/** Of those that are known: what is new has no case and no duty yet. */
const previewed = (decided: readonly Decided[]): readonly Reallocated[] =>
  decided.flatMap(({ merged, staged: { known } }) => (known ? reallocatedOf(merged, known, known.state) : []))

async function keep(
  world: World<MergeNeeds>,
  staging: string,
  asOf: Day,
  decided: readonly Decided[],
): Promise<readonly Reallocated[]> {
  const { tx } = world
  const changed = decided.filter(({ change }) => change !== 'unchanged')
  const added = changed.filter(({ change }) => change === 'new')
  const references = await newReferences(world, added.length)
  const names = new Map(added.map((one, index) => [one, references[index]]))
  const kept = changed.map((one): KeptChild => {
    const { child, known } = one.staged
    const ref = known?.ref ?? names.get(one)
    if (!ref) throw new Error('a new child has no reference')
    const id = known?.id ?? ChildId.parse(world.newId())
    return { child, id, ref, identityChanged: known?.sameIdentity === false, state: one.merged.state }
  })
  await tx.keepMerged(staging, kept)
  const unchanged = decided.flatMap(({ change, staged: { known } }) =>
    change === 'unchanged' && known ? [known.id] : [],
  )
  await tx.keepAsOf([...unchanged, ...kept.map(({ id }) => id)], asOf)
  await tx.hastenDuties(changed.flatMap(({ staged: { known } }) => (known ? [known.id] : [])))
  return changed.flatMap(({ merged, staged: { known } }, index) => {
    const child = kept[index]
    return child ? reallocatedOf(merged, child, known?.state) : []
  })
}

/** References of six characters meet by chance once in a while: those that do are drawn again. */
async function newReferences(world: World<MergeNeeds>, count: number): Promise<readonly string[]> {
  const references = new Set<string>()
  while (references.size < count) {
    while (references.size < count) references.add(referenceFrom(world.newId()))
    for (const taken of await world.tx.takenReferences([...references])) references.delete(taken)
  }
  return [...references]
}
