/** What one person agreed to do for a child, by which day, and how everybody will know that it is done. */
import type { Day } from '../calendar/day.ts'
import type { CaseState } from '../cases/case.ts'
import type { ToldOf } from '../cases/family.ts'
import type { Cleared } from '../display/typed.ts'
import type { ActionId, AgencyId, CaseId, ChildId, PersonId } from '../ids.ts'
import type { Ladder } from '../partnership/policies.ts'
import type { Offer } from '../parts/offer.ts'
import type { Standing } from '../permissions/may-see.ts'
import type { ActionKind } from './kind.ts'

export type Action = {
  readonly id: ActionId
  readonly case: CaseId
  /** The reference of its case. */
  readonly ref: string
  readonly child: ChildId
  readonly owner: PersonId
  /** Its owner hands it over, and keeps it until this person accepts. */
  readonly offer?: Offer | undefined
  /** The owner's agency when it was agreed: it still has a lead when the owner has left. */
  readonly agency?: AgencyId
  readonly what: Cleared
  readonly know: Cleared
  /** Where somebody who judges does it. */
  readonly kind?: ActionKind
  /** Agreed by nobody: the case was confirmed with the answer that they will be told before the meeting. */
  readonly tells?: ToldOf
  readonly firstDue: Day
  readonly due: Day
  readonly moves: number
  /** When the chasing started: when it was agreed, or when nudges went live. */
  readonly startedOn: Day
  /** `ended`: no longer needed when its case was closed. */
  readonly state: 'open' | 'done' | 'ended'
  readonly doneOn?: Day
  /** Frozen with the case. */
  readonly ladder: Ladder
  readonly promisedAt: Date
  /** The IRO of its case, as the case stands. */
  readonly iro?: PersonId
  /** Its chair, in the same way. */
  readonly chair?: PersonId
  /** By `chasedWhile`, as its case stands. */
  readonly chased: boolean
}

/** What is still open in a case that was closed is not chased. */
export const chasedWhile = (caseState: CaseState): boolean => caseState !== 'closed'

type MayMove = 'yes' | 'not-yours-to-answer' | 'only-the-chair-moves-it-again'

/** The first new date is the owner's to give; after that the chair decides, who may at any time. */
export function mayMove({ moves }: Pick<Action, 'moves'>, roles: readonly Standing[]): MayMove {
  if (roles.includes('chair')) return 'yes'
  if (!roles.includes('owner')) return 'not-yours-to-answer'
  return moves === 0 ? 'yes' : 'only-the-chair-moves-it-again'
}

/** The first date is kept. */
export const moved = (action: Action, due: Day): Action => ({ ...action, due, moves: action.moves + 1 })

/** It is not its owner who gives it another date, so its first date is another one as well. */
export const dueWithMeeting = (action: Action, due: Day): Action => ({ ...action, due, firstDue: due })
