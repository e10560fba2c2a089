/** Somebody proposes to close a case before its meeting was held, or while an action is open: another person has to agree. */
import type { Answered } from '../display/answered.ts'
import type { CaseId, ClosingId, PersonId } from '../ids.ts'
import { rolesOf, sidesWith } from '../parts/may.ts'
import type { Part } from '../parts/part.ts'
import type { Case } from './case.ts'

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

/**
 * The person who acts for the social worker acts as that, whatever else they are: of a disagreement they are a party, and end
 * nothing of it.
 */
export function closesAs(
  { disagreement }: Pick<Case, 'disagreement'>,
  parts: readonly Part[],
  by: PersonId,
): Closing['as'] | undefined {
  if (sidesWith(parts, by, 'social-worker')) return disagreement ? undefined : 'social-worker'
  return rolesOf(parts, by).includes('chair') ? 'chair' : 'coordinator'
}

/** The social worker never ends alone what others have raised about their work. `open`: how many of its actions are. */
export const closesAlone = ({ state }: Pick<Case, 'state'>, as: Closing['as'], open: number): boolean =>
  as !== 'social-worker' && state === 'following-up' && open === 0
