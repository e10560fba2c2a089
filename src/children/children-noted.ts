/** How many children the notes of a report are about: a child with five rows that cannot be read is one child. */
import type { ImportReport, ReadReport } from './return-report.ts'
import { untrueOfChild, type RowNote } from './row-notes.ts'

export type ChildrenNoted = {
  readonly doubted: number
  /** Nothing of them was changed: a row of theirs could not be read, or their dates cannot all be true. */
  readonly leftAlone: number
  /** Rows of which nobody can say whose they are. */
  readonly rowsOfNobody: number
}

export function childrenNoted({ read, merged }: ImportReport): ChildrenNoted {
  return {
    doubted: childrenIn([...read.doubted, ...merged.doubted]),
    leftAlone: merged.leftAlone + childrenIn(read.refused.filter(({ child = 0 }) => child < 0)),
    rowsOfNobody: read.refused.filter(({ child }) => child === undefined).length,
  }
}

/** Those of whose care a row could not be read, by their place in the header: what is left of it may say something else. */
export const unreadableIn = ({ refused }: ReadReport): ReadonlySet<number> =>
  new Set(refused.flatMap(({ file, child = -1 }) => (file === 'episodes' && child >= 0 ? [child] : [])))

/** Whose dates cannot all be true, by the same place. */
export const untrueIn = ({ doubted }: ReadReport): ReadonlySet<number> =>
  new Set(doubted.flatMap(({ reason, child = -1 }) => (untrueOfChild.has(reason) && child >= 0 ? [child] : [])))

export const childrenIn = (notes: readonly RowNote[]): number =>
  new Set(notes.flatMap(({ child }) => (child === undefined ? [] : [child]))).size
