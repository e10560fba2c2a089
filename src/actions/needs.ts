/** What this room needs from the store. */
import type { CasesNeeds } from '../cases/needs.ts'
import type { Answered } from '../display/answered.ts'
import type { ActionId, AgencyId, CaseId, PersonId } from '../ids.ts'
import type { Action } from './action.ts'

export type ActionsNeeds = CasesNeeds & {
  /** Takes no lock: a use case that changes an action has the lock of its case. */
  actionById(id: ActionId): Promise<Action | undefined>
  /** Every action of a case, done or not, in the order of their dates. */
  actionsOf(id: CaseId): Promise<readonly Action[]>
  /** Open ones that one of these people owns or is asked to take on, or somebody of these agencies, or whose case has one of these people as its IRO; soonest first. */
  openActionsOf(whose: {
    owners: readonly PersonId[]
    agencies: readonly AgencyId[]
    iros: readonly PersonId[]
  }): Promise<readonly Action[]>
  saveAction(action: Action): Promise<void>
  saveActionWords(id: ActionId, kept: ActionWords): Promise<void>
  /** Earliest first. */
  actionWordsOf(id: ActionId): Promise<readonly ActionWords[]>
}

/** What somebody wrote about an action when they answered for it. */
export type ActionWords = {
  readonly kind: 'done' | 'moved' | 'handed-over' | 'ended'
  readonly by: PersonId
  readonly at: Date
  readonly words: readonly Answered[]
}
