/** Of each thing, what says who is what to it, as it is stored: the rooms' own things have this and more. */
import type {
  ActionId,
  AgencyId,
  CaseId,
  ChallengeId,
  ChildId,
  ConcernId,
  DutyId,
  HandoverId,
  MeetingId,
  PersonId,
  RaisingId,
  RequestId,
} from '../ids.ts'
import type { Subject } from '../ports/transaction.ts'

export type StoredCase = {
  readonly id: CaseId
  readonly state: string
  readonly socialWorker: PersonId
  readonly iro?: PersonId
  readonly chair?: PersonId
  readonly raisers: readonly PersonId[]
  readonly disagreement?: true
  readonly asked: readonly { readonly person: PersonId; readonly request?: string }[]
}

export type StoredMeeting = {
  readonly id: MeetingId
  readonly chair: PersonId
  readonly noteTaker?: PersonId
  readonly attended: readonly PersonId[]
  readonly state?: string
  readonly summary?: { readonly actions: readonly { readonly owner: PersonId }[] }
}

export type StoredAction = {
  readonly id: ActionId
  readonly owner: PersonId
  /** To whom its owner hands it. */
  readonly offer?: { readonly to: PersonId } | undefined
  /** The owner's agency when it was agreed. */
  readonly agency?: AgencyId
  /** Of its case, as that stands. */
  readonly iro?: PersonId
  readonly chair?: PersonId
  readonly state?: string
}

export type StoredDuty = {
  readonly id: DutyId
  readonly owner: PersonId
  readonly offer?: { readonly to: PersonId } | undefined
  readonly socialWorker?: PersonId
  readonly iro?: PersonId
  /** Of the child's open case. */
  readonly chair?: PersonId
  /** Who said that the child is not theirs: nobody owns what is still in their name. */
  readonly disownedBy?: PersonId
  readonly state?: string
}

export type StoredChallenge = {
  readonly id: ChallengeId
  readonly manager: PersonId
  readonly iro?: PersonId
  readonly state?: string
}

/** Who answers for a child; nobody for one that is not known. */
export type StoredChild = { readonly id?: ChildId; readonly socialWorker?: PersonId; readonly iro?: PersonId }

export type Answering = {
  readonly thing: Extract<Subject, { subject: 'closing' | 'objection' }>
  readonly people: readonly { readonly person: PersonId; readonly role: 'iro' | 'chair' | 'coordinator' }[]
}

export type Stored =
  | { readonly case: StoredCase }
  | { readonly meeting: StoredMeeting; readonly case: StoredCase }
  /** Without its case: whom its ladder concerns. */
  | { readonly action: StoredAction; readonly case?: StoredCase }
  | { readonly request: { readonly id: RequestId; readonly person: PersonId; readonly state?: string } }
  | { readonly duty: StoredDuty }
  | { readonly child: StoredChild }
  | {
      readonly concern: {
        readonly id: ConcernId
        readonly writer: PersonId
        readonly told: readonly PersonId[]
        /** Who answers for the child today, told or not. */
        readonly socialWorker?: PersonId
        readonly iro?: PersonId
        readonly over?: unknown
      }
    }
  | { readonly raising: { readonly id: RaisingId; readonly by: PersonId } }
  /** Whose answer a proposal to close waits for, or an objection: worked out in `src/cases`. */
  | { readonly answering: Answering }
  /** Whom it waits for: the manager of its stage, or the child's IRO of today. */
  | { readonly challenge: StoredChallenge }
  | { readonly handover: { readonly id: HandoverId; readonly to: PersonId; readonly takenUpAt?: Date } }
