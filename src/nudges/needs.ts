/** What this room needs from the store. */
import type { Action } from '../actions/action.ts'
import type { ActionsNeeds } from '../actions/needs.ts'
import type { Day } from '../calendar/day.ts'
import type { Duty } from '../duties/duty.ts'
import type { DutiesNeeds } from '../duties/needs.ts'
import type { MessageId, PersonId } from '../ids.ts'
import type { ForPost, Nudge, NudgeId, NudgesMode, Post, Reached } from './nudge.ts'

export type NudgesNeeds = ActionsNeeds &
  DutiesNeeds & {
    saveNudge(nudge: Reached): Promise<void>
    /** Whether this rung of this thing, by this date, was in a post to this person that was sent, or to their deputy. */
    nudgedBefore(nudge: Pick<Reached, 'person' | 'about' | 'rung' | 'due'>): Promise<boolean>
    /** Those of these people that were not posted yet and may be in a post of this day, earliest first. */
    waitingNudges(people: readonly PersonId[], day: Day): Promise<readonly Nudge[]>
    /** They were in this person's post of this day. */
    settleNudges(ids: readonly NudgeId[], to: PersonId, day: Day): Promise<void>
    /** Those whose post did not arrive while its words were true wait again. */
    reviveNudges(people: readonly PersonId[], now: Date): Promise<void>
    /** They are no longer true. */
    dropNudges(ids: readonly NudgeId[]): Promise<void>
    /** What was said to these people and waits for a post of this day; nobody else takes it for the rest of the transaction. */
    waitForPost(people: readonly PersonId[], day: Day): Promise<readonly ForPost[]>
    /** They are said in this post, and wait again should it not arrive. */
    joinPost(ids: readonly MessageId[], post: string): Promise<void>
    /** Each goes by itself to this person, from now on. */
    leavePost(ids: readonly MessageId[], to: PersonId, now: Date): Promise<void>
    /** They are no longer true. */
    withdrawFromPost(ids: readonly MessageId[], now: Date): Promise<void>
    /** For the rest of the transaction nobody else gathers a post for this person. */
    lockPosts(person: PersonId): Promise<void>
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
