/**
 * Somebody has told of a child at risk of harm now, and nobody has reported it yet. The bot is not watched, is not a
 * referral and does not detect harm: it shows whom to call, and tells more and more people until one records the report.
 */
import type { CaseId, ChildId, ConcernId, PersonId, RaisingId } from '../ids.ts'
import type { Over } from './over.ts'

export type Concern = {
  readonly id: ConcernId
  readonly case?: CaseId
  readonly child?: ChildId
  /** The form of a raising in which it was told: the raising has this id once it is sent. */
  readonly raising?: RaisingId
  /** `both`: a worker may have done it. This is said to nobody. */
  readonly kind: 'risk' | 'both'
  /** The person who wrote the words, which stay theirs: a concern holds none. */
  readonly writer: PersonId
  /** Everybody to whom it was said so far. */
  readonly told: readonly PersonId[]
  readonly raisedAt: Date
  /** How often it was said after the first time. */
  readonly repeats: number
  readonly over?: Over
}
