/** Somebody proposes to close a case before its meeting was held, or while an action is open: another person has to agree. */
import type { Answered } from '../display/answered.ts'
import type { CaseId, ClosingId, PersonId } from '../ids.ts'

export type Closing = {
  readonly id: ClosingId
  readonly case: CaseId
  readonly by: PersonId
  /** What they were to the case when they proposed it: nobody agrees in that same part. */
  readonly as: 'social-worker' | 'chair' | 'coordinator'
  readonly at: Date
  /** `overtaken`: the case was closed in another way meanwhile. */
  readonly state: 'proposed' | 'agreed' | 'kept-open' | 'overtaken'
  /** Why, what the people who raised it are to be told, and why each open action is no longer needed. */
  readonly words: readonly Answered[]
  readonly answeredBy?: PersonId
  readonly answeredAt?: Date
  /** Why it stays open; empty where they agreed. */
  readonly answer: readonly Answered[]
}

/** The name under which the words for the people who raised it are kept. */
export const toldRaisers = 'toRaisers'
