/** Whom a return gives to another social worker or IRO, and who it was before. */
import type { ChildState, MergedState } from './merge-child.ts'
import type { KeptChild, Reallocated } from './merge-needs.ts'

/** One child or none. */
export function reallocatedOf(
  { reallocated, state: { allocation } }: MergedState,
  { id: child, ref }: Pick<KeptChild, 'id' | 'ref'>,
  known: ChildState | undefined,
): readonly Reallocated[] {
  if (!reallocated || !allocation) return []
  const { socialWorker, iro } = allocation
  const before = known?.allocation
  return [
    {
      ...{ child, ref, socialWorker },
      ...(iro && { iro }),
      before: { ...(before && { socialWorker: before.socialWorker }), ...(before?.iro && { iro: before.iro }) },
    },
  ]
}
