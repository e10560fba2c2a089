/**
 * A Reflective Professionals Meeting: protected time in which the agencies of one child think together, in two parts.
 * The reflection stays with those who were there; what was agreed goes to everybody and back into the child's plan.
 */
import type { CameToo } from './came-too.ts'
import type { ActionKind } from '../actions/kind.ts'
import { minuteMs } from '../calendar/durations.ts'
import type { Day } from '../calendar/day.ts'
import { dayOf, instantOf } from '../calendar/london.ts'
import type { Answered } from '../display/answered.ts'
import type { Cleared } from '../display/typed.ts'
import type { ActionId, CaseId, MeetingId, PersonId } from '../ids.ts'
import type { MeetingAddress } from './meeting-address.ts'

export type MeetingState = 'offered' | 'convened' | 'recorded' | 'approved'

export type Meeting = {
  readonly id: MeetingId
  readonly case: CaseId
  readonly chair: PersonId
  /** Named by the chair: may record, and propose actions. */
  readonly noteTaker?: PersonId
  readonly slots: readonly Date[]
  /** Protected length. */
  readonly minutes: number
  readonly startsAt?: Date
  readonly where?: Where
  readonly state: MeetingState
  readonly attended: readonly PersonId[]
  /** Who came and has no part in the case, by role. */
  readonly cameToo?: readonly CameToo[]
  /** How often it was recorded, corrections included. */
  readonly recordings: number
  /** Reflection and decisions as they were recorded. */
  readonly record: readonly Answered[]
  /** What was agreed, in words that the chair approved. */
  readonly summary?: Summary
}

/** A room, a link, or both; `given` counts how often everybody was told of one, for a time that was taken back too. */
export type Where = { readonly room?: Cleared; readonly address?: MeetingAddress; readonly given: number }

export type Summary = { readonly decisions: readonly Cleared[]; readonly actions: readonly AgreedAction[] }

export type AgreedAction = {
  readonly action: ActionId
  readonly owner: PersonId
  readonly due: Day
  readonly kind?: ActionKind
  readonly what: Cleared
  readonly know: Cleared
}

/** It can be recorded from its start on. Before this was a rule some were recorded earlier: those have been held. */
export const hasBegun = ({ startsAt, state }: Meeting, now: Date): boolean =>
  state === 'recorded' || state === 'approved' || (startsAt !== undefined && startsAt <= now)

/** For what is said of a meeting that lies ahead or is being held. */
export const whileItLasts = ({ startsAt, minutes }: Meeting): { readonly holdsUntil?: Date } =>
  startsAt ? { holdsUntil: new Date(startsAt.getTime() + minutes * minuteMs) } : {}

/** Who hears of it on its very day cannot prepare, or come. */
export const beforeItsDay = ({ startsAt }: Meeting): { readonly neededBy?: Date } =>
  startsAt ? { neededBy: instantOf(dayOf(startsAt), '00:00') } : {}

/** For the keys of what is said of its time: that may be taken back, and another chosen. */
export const atThisTime = ({ id, startsAt }: Meeting): string => `${id}-${startsAt?.getTime() ?? 'no-time'}`

/** An action as it was proposed in the meeting, before the chair approves its words. */
export type Proposal = {
  readonly id: ActionId
  readonly meeting: MeetingId
  readonly owner: PersonId
  readonly due: Day
  readonly kind?: ActionKind
  /** How often its owner or its day was put right. */
  readonly corrections: number
  /** `what` and `know`. */
  readonly words: readonly Answered[]
}
