/** What words that tell of danger are about. */
import type { CaseId, ChildId, RaisingId } from '../ids.ts'
import type { StoredChild } from '../parts/stored.ts'

/** With those who answer for the child; without anybody while nobody knows the child. */
export type About = {
  readonly case?: CaseId
  readonly child?: ChildId
  /** The form of a raising: what was told in it, and the same form sent again, are about one child. */
  readonly raising?: RaisingId
  /** The person who writes the form wants to be named to the IRO alone. */
  readonly namedTo?: 'iro'
} & Omit<StoredChild, 'id'>

export const aboutChild = ({ id, socialWorker, iro }: StoredChild, raising?: RaisingId): About => ({
  ...(id && { child: id }),
  ...(socialWorker && { socialWorker }),
  ...(iro && { iro }),
  ...(raising && { raising }),
})

/** The ids alone. */
export const idsOf = ({ case: stuck, child, raising }: Pick<About, 'case' | 'child' | 'raising'>) => ({
  ...(stuck && { case: stuck }),
  ...(child && { child }),
  ...(raising && { raising }),
})
