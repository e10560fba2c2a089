/** One person is to be reminded of one thing; at most one routine message a person and working day carries them all. */
import { z } from 'zod'
import type { Day } from '../calendar/day.ts'
import type { Card } from '../display/card.ts'
import type { MessageId, PersonId } from '../ids.ts'
import type { Rung } from '../partnership/policies.ts'
import type { MessageKey } from '../people/kinds-of-message.ts'
import type { Subject } from '../ports/transaction.ts'
import type { ChasedSubject } from './chased.ts'

export const NudgeId = z.uuid().brand<'NudgeId'>()
export type NudgeId = z.infer<typeof NudgeId>

export type Nudge = {
  readonly id: NudgeId
  /** For whom it is meant, who may be away. */
  readonly person: PersonId
  readonly about: ChasedSubject
  readonly rung: Rung
  /** When the rung was reached. */
  readonly day: Day
  /** Of the same rung and date its person has heard: it stands in their overview, and in no post before this day. */
  readonly waitsUntil?: Day
}

/** `due`: of the thing, as it stood when the rung was reached. */
export type Reached = Nudge & { readonly due: Day }

/** The one routine message of a person's working day. */
export type Post = {
  readonly person: PersonId
  readonly day: Day
  readonly shadow: boolean
  readonly nudges: number
  readonly at: Date
}

/** What was said to somebody, and waits for their post. */
export type ForPost = {
  readonly id: MessageId
  readonly key: MessageKey
  readonly meantFor: PersonId
  readonly card: Card
  readonly about: Subject
  readonly what?: string
  readonly holdsUntil?: Date
  readonly waitsUntil?: Day
}

/** In shadow everything is worked out and nothing is sent but a daily report. */
export type NudgesMode = 'shadow' | 'live'
