/**
 * A child of a return whom the identifier does not find, and who looks like one that is known: by the same number written
 * another way, or by the pupil number. Taken for that child where the date of birth says so too; left out where it does not,
 * because a second child beside the first is chased, answered for and raised apart from it.
 */
import type { ChildId } from '../ids.ts'
import type { MergeNeeds, TakenFor } from './merge-needs.ts'
import type { RowNote } from './row-notes.ts'

export async function takeForKnown(tx: MergeNeeds, staging: string): Promise<readonly RowNote[]> {
  const likes = await tx.stagedLike(staging)
  const wanted = new Map<ChildId, number>()
  for (const { known } of likes) for (const { id } of known) wanted.set(id, (wanted.get(id) ?? 0) + 1)
  const taken: TakenFor[] = []
  const leftOut: number[] = []
  const notes = likes.map(({ child, row, known }): RowNote => {
    const [one, another] = known
    const isMeant = one && !another && one.sameBirthday && wanted.get(one.id) === 1
    if (isMeant) taken.push({ child, known: one.id })
    else leftOut.push(child)
    return { file: 'header', child, row, column: 'CHILD', reason: isMeant ? 'known-otherwise' : 'looks-known' }
  })
  if (taken.length > 0) await tx.takeFor(staging, taken)
  if (leftOut.length > 0) await tx.leaveOut(staging, leftOut)
  return notes
}
