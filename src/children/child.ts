/** A child in the authority's care, as far as the clock needs to know: a reference of ours and dates, no name. */
import type { Day } from '../calendar/day.ts'
import type { Typed } from '../display/typed.ts'
import type { ChildId, PersonId } from '../ids.ts'
import type { LegalStatus } from './legal-status.ts'

export type Child = {
  readonly id: ChildId
  /** Such as `K7M-2QD`: random, so that it says nothing of the child. */
  readonly ref: string
  /** The authority's own identifier. */
  readonly identifier: Typed
  /** A day in ISO form. */
  readonly birthday: Typed
  readonly upn?: Typed
  /** Held in this period of care, by the day of the last return; earliest first. */
  readonly reviewsHeld: readonly Day[]
  readonly socialWorker?: PersonId
  readonly team?: string
  readonly iro?: PersonId
  /** Who said that it is not theirs, for whom: it has no social worker since. */
  readonly givenBack?: { readonly by: PersonId; readonly from: PersonId }
  /** When this social worker confirmed what the return says of this period of care; no ladder starts before. */
  readonly confirmedAt?: Date
} & Care

export type Care = InCare | OutOfScope

export type InCare = {
  readonly scope: 'in'
  /** The first day of this period of care. */
  readonly careFrom: Day
  readonly legalStatus: LegalStatus
}

export type OutOfScope = { readonly scope: OutOfScopeBecause }

export const outOfScopeBecause = ['no-episodes', 'ended', 'of-age', 'short-breaks'] as const
export type OutOfScopeBecause = (typeof outOfScopeBecause)[number]
