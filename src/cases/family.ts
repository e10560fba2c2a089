/** Whether parents and child know of the meeting, and by which right anything is shared: as the person who confirmed the case said. */
import type { Day } from '../calendar/day.ts'
import type { PersonId } from '../ids.ts'
import type { Basis, ChildTold, ParentsTold } from './told.ts'

type Told = ParentsTold | ChildTold

export type Family = {
  readonly parents: ParentsTold
  readonly child: ChildTold
  /** Absent in a case from before it was asked. */
  readonly basis?: Basis
}

/** Of whom it is said. */
export const told = ['parents', 'child'] as const
export type ToldOf = (typeof told)[number]

export const needsReason = (one: Told): boolean => one === 'not-told' || one === 'not-safe'

/** In characters. A shorter one tells nobody anything who reads it later. */
export const shortestReason = 20

export const whyNot = {
  'not-told': 'for the reason below',
  'not-safe': 'it would not be safe',
  'not-found': 'nobody knows where they are',
  'no-parent': 'no parent has parental responsibility',
  'too-young': 'too young to understand',
} as const satisfies Record<Exclude<Told, 'told' | 'will-be-told'>, string>

export const basisInWords = {
  'public-task': 'Public task',
  'legal-duty': 'Legal duty',
  'vital-interests': 'Vital interests',
  consent: 'Consent',
} as const satisfies Record<Basis, string>

/** Somebody has said that they will tell them: the action that follows, once the meeting has a time. */
export type ToTell = {
  readonly who: ToldOf
  readonly owner: PersonId
  readonly due: Day
  readonly state: 'open' | 'done' | 'ended'
  readonly doneOn?: Day
}
