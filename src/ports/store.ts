import type { Answer } from '../display/answer.ts'
import type { PersonId } from '../ids.ts'
import type { Wake } from '../vocabulary.ts'

export type Occasion = {
  readonly at: Date
  /** Whose ask it is; absent when time itself rang. */
  readonly by?: PersonId
  /** The same key again gets the same answer, and nothing is done twice. */
  readonly once?: string
}

/** The one seam to the database. */
export type Store<Needs> = {
  /** Commits what `work` did, unless its answer is a refusal or it throws: then nothing happened. */
  transact(occasion: Occasion, work: (tx: Needs) => Promise<Answer>): Promise<Answer>
  /** For reading: what `work` finds is of one moment. */
  look<Found>(at: Date, work: (tx: Needs) => Promise<Found>): Promise<Found>
  /**
   * Claims the earliest wake that is due and rings it in the transaction that claimed it. False when none is due.
   * A wake whose ring throws rings again later, each time later, and does not hold up the others.
   */
  ringDue(at: Date, ring: (tx: Needs, wake: Wake) => Promise<void>): Promise<boolean>
}
