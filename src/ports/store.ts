/** The transaction in which every use case reads and writes. */
import type { Answer } from '../display/answer.ts'
import type { PersonId } from '../ids.ts'
import type { Wake } from '../vocabulary.ts'

export type Occasion = {
  readonly at: Date
  /** Whose ask it is; absent when time itself rang. */
  readonly by?: PersonId
}

/** What every use case reads and writes through. */
export type Store<Needs> = {
  /** Commits what `work` did, unless it comes to a refusal or throws: then nothing happened. */
  transact<Result>(occasion: Occasion, work: (tx: Needs) => Promise<Result>): Promise<Result>
  /** The same for an ask: with a key that was answered before, it gives that answer and does nothing again. */
  answerOnce(occasion: Occasion & { readonly once?: string }, work: (tx: Needs) => Promise<Answer>): Promise<Answer>
  /** For reading: what `work` finds is of one moment, and nothing of what it does is kept. */
  look<Found>(at: Date, work: (tx: Needs) => Promise<Found>): Promise<Found>
  /**
   * Claims the earliest wake that is due and rings it in the transaction that claimed it. False when none is due.
   * A wake whose ring throws rings again later, each time later, and does not hold up the others.
   */
  ringDue(at: Date, ring: (tx: Needs, wake: Wake) => Promise<void>): Promise<boolean>
}
