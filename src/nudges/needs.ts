/** What this room needs from the store. */
import type { Action } from '../actions/action.ts'
import type { ActionsNeeds } from '../actions/needs.ts'
import type { Day } from '../calendar/day.ts'
import type { Duty } from '../duties/duty.ts'
import type { DutiesNeeds } from '../duties/needs.ts'
import type { PersonId } from '../ids.ts'
import type { Nudge, NudgeId, NudgesMode, Post } from './nudge.ts'

export type NudgesNeeds = ActionsNeeds &
  DutiesNeeds & {
    saveNudge(nudge: Nudge): Promise<void>
    /** Those of these people that were not posted yet, earliest first. */
    waitingNudges(people: readonly PersonId[]): Promise<readonly Nudge[]>
    /** They were in this person's post of this day. */
    settleNudges(ids: readonly NudgeId[], to: PersonId, day: Day): Promise<void>
    /** Those whose post did not arrive while its words were true wait again. */
    reviveNudges(people: readonly PersonId[], now: Date): Promise<void>
    /** They are no longer true. */
    dropNudges(ids: readonly NudgeId[]): Promise<void>
    /** For the rest of the transaction nobody else gathers a post for this person. */
    lockPosts(person: PersonId): Promise<void>
    /** Whether this person's post of this day has gone. */
    hasPost(person: PersonId, day: Day): Promise<boolean>
    savePost(post: Post): Promise<void>
    /** What was worked out for this day and not sent, person by person; each is given once, to be reported. */
    takeShadowPosts(day: Day): Promise<readonly { readonly person: PersonId; readonly nudges: readonly Nudge[] }[]>
    /** Undefined while nobody has decided. */
    nudgesDecision(): Promise<NudgesMode | undefined>
    saveNudgesDecision(decided: NudgesMode): Promise<void>
    /** The chasing of everything open started on this day. What of it its ladder counts from. */
    startedChasing(day: Day): Promise<{
      readonly actions: readonly Pick<Action, 'id' | 'due' | 'firstDue' | 'startedOn' | 'ladder'>[]
      readonly duties: readonly Pick<Duty, 'id' | 'due' | 'startedOn' | 'ladder'>[]
    }>
  }
