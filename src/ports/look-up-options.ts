/** The options of a long list that match what somebody types, as platforms ask for them. */
import type { FoundOptions } from '../display/find-options.ts'
import type { Refusal } from '../display/refusal.ts'
import type { Typed } from '../display/typed.ts'
import type { PersonId } from '../ids.ts'
import type { OpeningAsk } from '../vocabulary.ts'

export type ListInForm = {
  /** What opened the form that the list is in. */
  readonly opened: OpeningAsk
  /** The name of its field. */
  readonly field: string
}

export type LookUp = ListInForm & {
  readonly by: PersonId
  readonly typed: Typed
  /** How many the platform shows. */
  readonly most: number
}

export type LookUpOptions = (lookUp: LookUp) => Promise<FoundOptions | Refusal>
