/**
 * Somebody has told of a child at risk of harm now, and nobody has reported it yet. The bot is not watched, is not a
 * referral and does not detect harm: it shows whom to call, and repeats itself until a person records the report.
 */
import type { CaseId, ChildId, ConcernId, PersonId } from '../ids.ts'

export type Concern = {
  readonly id: ConcernId
  readonly case?: CaseId
  readonly child?: ChildId
  /** The person who wrote the words, which stay theirs: a concern holds none. */
  readonly writer: PersonId
  /** The child's social worker and IRO, or the coordinators while the child is not known. */
  readonly told: readonly PersonId[]
  readonly raisedAt: Date
  readonly repeats: number
  readonly reportedAt?: Date
}
