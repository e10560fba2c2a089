/** A child in the authority's care, as far as the clock needs to know: a reference of ours and dates, no name. */
import type { Day } from '../calendar/day.ts'
import type { Typed } from '../display/typed.ts'
import type { ChildId, PersonId } from '../ids.ts'
import type { AroundCare } from '../partnership/also-for.ts'
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
  /** The last health assessment that was held, of any period of care, and from when on the child is five. */
  readonly assessed?: { readonly on: Day; readonly turnsFive: Day }
  /** Since this day it is to be found out when that was, of any period of care. */
  readonly lastAssessmentNotKnown?: Day
  /** In it as well, and a person said that they were not held, whatever a return says. */
  readonly reviewsTakenBack?: readonly Day[]
  readonly socialWorker?: PersonId
  readonly team?: string
  readonly iro?: PersonId
  /** Who said that it is not theirs, for whom: it has no social worker since. */
  readonly givenBack?: { readonly by: PersonId; readonly from: PersonId }
  /** When this social worker confirmed what the return says of this period of care; no ladder starts before. */
  readonly confirmedAt?: Date
  /** Not in care when a coordinator said so; counts for nothing while they are in care. */
  readonly around?: AroundCare
  /** Of which day its dates are: of the newest return that told of it, or of a newer word of its social worker. */
  readonly datesAsOf?: Day
} & Care

export type Care = InCare | OutOfScope

export type InCare = {
  readonly scope: 'in'
  /** The first day of this period of care that a return showed: it names the period, whatever is learnt of it later. */
  readonly careFrom: Day
  readonly legalStatus: LegalStatus
  readonly began: Began
  /** On remand or held by the police, and nothing else in this period. */
  readonly remandAlone?: true
}

/** When care began: see `care-began.ts`. */
export type Began = {
  /** By a return in which care begins within it. */
  readonly returned?: Day
  /** By the social worker, whose word goes first. */
  readonly said?: Day
  /** `returned` is from before this was asked of a return. */
  readonly assumed?: true
}

export type OutOfScope = { readonly scope: OutOfScopeBecause }

export const outOfScopeBecause = ['no-episodes', 'ended', 'of-age', 'short-breaks'] as const
export type OutOfScopeBecause = (typeof outOfScopeBecause)[number]
