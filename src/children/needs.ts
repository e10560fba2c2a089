/** What this room needs from the store. */
import type { Day } from '../calendar/day.ts'
import type { Typed } from '../display/typed.ts'
import type { ChildId, PersonId } from '../ids.ts'
import type { AroundCare } from '../partnership/also-for.ts'
import type { Tx } from '../ports/transaction.ts'
import type { Child } from './child.ts'
import type { KnownIdentity } from './which-child.ts'

export type ChildAroundCare = {
  /** Of a child whom nobody knew. */
  readonly id: ChildId
  /** In the form in which it is hashed. */
  readonly identifier: string
  readonly born: Day
  readonly socialWorker: PersonId
  readonly around: AroundCare
}

export type ChildrenNeeds = Tx & {
  childById(id: ChildId): Promise<Child | undefined>
  /** Of every scope, by the keyed hash of this kind: of the return, and of who somebody confirmed in a case. */
  childrenFoundBy(kind: string, words: Typed): Promise<readonly Child[]>
  /** Those in scope whose social worker this is, by reference. */
  childrenOf(socialWorker: PersonId): Promise<readonly Child[]>
  /** The same, and those whose IRO this is. */
  childrenNaming(person: PersonId): Promise<readonly Child[]>
  /** Of those whom somebody has confirmed in a case, as the newest case has it. */
  confirmedIdentities(children: readonly ChildId[]): Promise<ReadonlyMap<ChildId, KnownIdentity>>
  /** In scope, without a social worker since this person said that they are not theirs. */
  childrenGivenBackBy(person: PersonId): Promise<readonly Child[]>
  /** References of those in scope who have none, in their order. */
  withoutSocialWorker(): Promise<readonly string[]>
  /** It was held by a return, and a person says that it was not; the second puts it back. */
  takeReviewBack(child: ChildId, heldOn: Day, by: PersonId, at: Date): Promise<void>
  holdReviewAgain(child: ChildId, heldOn: Day): Promise<void>
  /** A child who is not in care: kept where nobody has this identifier of the authority's, else said of the child who has it. */
  saveAroundCare(child: ChildAroundCare): Promise<ChildId>
  /** Takes the child's lock. `began`: when care began, as the social worker says. */
  confirmChild(id: ChildId, at: Date, began?: Day): Promise<void>
}
