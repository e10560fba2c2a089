/** What words that tell of danger are about. */
import type { CaseId, ChildId } from '../ids.ts'
import type { StoredChild } from '../parts/stored.ts'

/** With those who answer for the child; without anybody while nobody knows the child. */
export type About = { readonly case?: CaseId; readonly child?: ChildId } & Omit<StoredChild, 'id'>

export const aboutChild = ({ id, socialWorker, iro }: StoredChild): About => ({
  ...(id && { child: id }),
  ...(socialWorker && { socialWorker }),
  ...(iro && { iro }),
})
