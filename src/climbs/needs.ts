/** What climbs want of the store. */
import type { Tx } from '../ports/transaction.ts'
import type { Climb, ClimbEvent, Policy } from './climb.ts'
import type { ClimbKind } from './wakes.ts'

/** One climb: what is waited for, of which thing. */
export type ClimbKey = { readonly climb: ClimbKind; readonly thing: string }

export type KnownClimb = { readonly climb: Climb; readonly policy: Policy }

export type ClimbsNeeds = Tx & {
  /** As its last step left it. Takes the climb's lock for the rest of the transaction, also where none has started. */
  climbOf(key: ClimbKey): Promise<KnownClimb | undefined>
  /** The same without a lock, where nothing is changed. */
  climbAsItStands(key: ClimbKey): Promise<KnownClimb | undefined>
  /** Each step is a row of its own. */
  saveStep(key: ClimbKey, event: ClimbEvent['event'], known: KnownClimb): Promise<void>
}
