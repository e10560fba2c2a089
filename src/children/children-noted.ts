/** How many children the notes of a report are about: a child with five rows that cannot be read is one child. */
import type { ImportReport } from './return-report.ts'
import type { RowNote } from './row-notes.ts'

export type ChildrenNoted = {
  readonly doubted: number
  /** A row of theirs could not be read, and what is known of them stays as it was. */
  readonly leftAlone: number
  /** Rows of which nobody can say whose they are. */
  readonly rowsOfNobody: number
}

export function childrenNoted({ read, merged }: ImportReport): ChildrenNoted {
  return {
    doubted: childrenIn([...read.doubted, ...merged.doubted]),
    leftAlone: childrenIn(read.refused),
    rowsOfNobody: read.refused.filter(({ child }) => child === undefined).length,
  }
}

export const childrenIn = (notes: readonly RowNote[]): number =>
  new Set(notes.flatMap(({ child }) => (child === undefined ? [] : [child]))).size
