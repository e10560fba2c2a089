/**
 * A stuck case: a child's plan has stalled, and somebody has said so. Raised by anybody in the partnership,
 * confirmed by the social worker before anything leaves, followed until it is closed.
 */
import type { Day } from '../calendar/day.ts'
import type { Answered } from '../display/answered.ts'
import type { Typed } from '../display/typed.ts'
import type { AgencyId, CaseId, ChildId, PersonId, RaisingId } from '../ids.ts'
import type { Policies } from '../partnership/policies.ts'
import type { Family } from './family.ts'
import type { Theme } from './themes.ts'

export type CaseState =
  /** Waits for the social worker's confirmation. */
  | 'raised'
  /** Agencies have been asked; inputs are open. */
  | 'asking'
  /** Inputs are closed; a meeting is being found, held or summed up. */
  | 'convening'
  /** The summary is approved; actions are chased. */
  | 'following-up'
  | 'closed'

export type Case = {
  readonly id: CaseId
  /** What people call it, such as K7M-2QD: the reference of its child. */
  readonly ref: string
  /** What it was called before cases were called by their child: older messages still say it. */
  readonly earlierRef?: string
  readonly child: ChildId
  readonly theme: Theme
  /** By when the raiser needs it to move. */
  readonly needed: Day
  readonly state: CaseState
  readonly socialWorker: PersonId
  readonly iro?: PersonId
  readonly chair?: PersonId
  readonly raisedAt: Date
  readonly raisers: readonly PersonId[]
  readonly asked: readonly AskedAgency[]
  /** The last day of inputs; they close when its working hours do. */
  readonly inputsClose?: Day
  /** The policies that the case started with: a later change leaves its dates alone. */
  readonly policies: Policies
  readonly closedAt?: Date
  /** Absent until it is confirmed. */
  readonly family?: Family
  /** Somebody raised it as a disagreement: the social worker gives a view like everybody else, and decides nothing of it. */
  readonly disagreement?: true
}

/** One agency that is asked, through one person, and why it needs to know. */
export type AskedAgency = {
  readonly agency: AgencyId
  readonly person: PersonId
  readonly because: Typed
  /** What it has answered; absent until it is asked. */
  readonly request?: RequestState
}

export type RequestState = 'asked' | 'known' | 'not-ours' | 'cannot-tell' | 'given'

/** One person's raising of a case; several may join into one. */
export type Raising = {
  readonly id: RaisingId
  /** Absent while no child is known by the identifier that was given. */
  readonly case?: CaseId
  /** When a coordinator said that it is about no child in the authority's care. */
  readonly notInCareAt?: Date
  readonly by: PersonId
  readonly at: Date
  readonly theme: Theme
  readonly needed: Day
  readonly words: readonly Answered[]
  /** Its raiser does not know which child by any number or name: a coordinator asks them. */
  readonly childUnknown?: true
  /** Its raiser takes part in the case: the social worker or the chair has said so. */
  readonly takesPart?: true
  /** Its raiser wants to be named to the IRO alone. */
  readonly namedTo?: 'iro'
  /** The names of those of its words that the agencies which are asked may read. */
  readonly released?: readonly string[]
  readonly withdrawnAt?: Date
  /** Its raiser does not agree that the case was closed. */
  readonly objection?: { readonly at: Date; readonly answeredAt?: Date }
}

/** Somebody can be let into the case who has raised it; nobody who wants to be named to the IRO alone. */
export const mayBeAdmitted = ({ takesPart, withdrawnAt, namedTo }: Raising): boolean =>
  !takesPart && !withdrawnAt && namedTo !== 'iro'

/** With how its case stands. */
export type RaisingListed = Raising & Partial<Pick<Case, 'closedAt' | 'state'>>

/** Somebody is still to find its child. */
export const isWaiting = ({
  case: stuck,
  notInCareAt,
  withdrawnAt,
}: Pick<Raising, 'case' | 'notInCareAt' | 'withdrawnAt'>): boolean =>
  stuck === undefined && notInCareAt === undefined && withdrawnAt === undefined

/** Who the child is, as the social worker confirmed it; sealed, opened on demand, never in a message. */
export type ConfirmedIdentity = {
  readonly name: Typed
  readonly born?: Typed
  readonly nhsNumber?: Typed
  readonly upn?: Typed
  readonly authorityIdentifier?: Typed
}
